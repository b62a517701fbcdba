package dev.hallm.bot.approval;

import java.util.List;
import java.util.stream.Stream;

/** What a rule of {@code approvals} may look at; docs and error messages list these. */
public enum Fact {
    KIND("operation.kind", Kind.TEXT, "what is to be done: provision or rotate-credentials"),
    SIZE("operation.size", Kind.TEXT, "the name of the size asked for"),
    CPU("operation.after.cpu", Kind.NUMBER, "cores that the tenant may use at most afterwards"),
    MEMORY("operation.after.memory", Kind.NUMBER, "GiB of memory that the tenant may use at most afterwards"),
    STORAGE("operation.after.storage", Kind.NUMBER, "GiB of all its volumes afterwards"),
    GPU("operation.after.gpu", Kind.NUMBER, "GPUs, or slices, afterwards"),
    ROLES("requester.roles", Kind.TEXTS, "roles of the account that asks"),
    OWNS("requester.owns", Kind.TRUTH, "whether the requester owns the tenant, or would own it"),
    TENANTS("requester.tenants", Kind.NUMBER, "tenants that the requester owns now"),
    PLATFORM("requester.platform", Kind.TEXT, "where it is asked: slack, discord or console"),
    NAME("tenant.name", Kind.TEXT, "the tenant's name"),
    EXISTS("tenant.exists", Kind.TRUTH, "whether it is there already"),
    FREE_CPU("capacity.cpu", Kind.NUMBER, "cores that nobody asked for yet, on all ready nodes"),
    FREE_MEMORY("capacity.memory", Kind.NUMBER, "GiB of memory that nobody asked for yet"),
    FREE_GPU("capacity.gpu", Kind.NUMBER, "GPUs that nobody has"),
    FITS("capacity.fits", Kind.TRUTH, "whether the size fits into what is free now");

    private final String path;
    private final Kind kind;
    private final String meaning;

    Fact(String path, Kind kind, String meaning) {
        this.path = path;
        this.kind = kind;
        this.meaning = meaning;
    }

    /** What kind of value it has; every number is compared with whole and broken ones. */
    public enum Kind {
        TEXT("text"),
        NUMBER("number"),
        TRUTH("true or false"),
        TEXTS("list of texts");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Its name in an expression, {@code operation.kind}. */
    public String path() {
        return path;
    }

    public Kind kind() {
        return kind;
    }

    public String meaning() {
        return meaning;
    }

    static List<String> paths() {
        return Stream.of(values()).map(Fact::path).toList();
    }
}
