package dev.hallm.bot.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a tenant: a DNS label of at most 46 characters, so that namespace, Helm release and host names made of it
 * stay within Kubernetes' limits.
 */
public record TenantName(@JsonValue String value) implements Comparable<TenantName> {
    /** Longest name; {@code ha-llm-user-} and a namespace's 63 characters would leave 51, a release's 53 leaves 46. */
    public static final int MAX_LENGTH = 46;

    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final String NAMESPACE_PREFIX = "ha-llm-user-";
    private static final String RELEASE_PREFIX = "ha-llm-";

    /** @throws InvalidTenantName when it is not a DNS label or too long */
    @JsonCreator
    public TenantName {
        if (value.length() > MAX_LENGTH || !DNS_LABEL.matcher(value).matches()) {
            throw new InvalidTenantName(value);
        }
    }

    /** The tenant whose namespace this is, if its name has the platform's prefix. */
    public static Optional<TenantName> ofNamespace(String namespace) {
        if (!namespace.startsWith(NAMESPACE_PREFIX)) {
            return Optional.empty();
        }
        String name = namespace.substring(NAMESPACE_PREFIX.length());
        boolean valid = name.length() <= MAX_LENGTH && DNS_LABEL.matcher(name).matches();
        return valid ? Optional.of(new TenantName(name)) : Optional.empty();
    }

    public String namespace() {
        return NAMESPACE_PREFIX + value;
    }

    /** The Helm release of its stack. */
    public String release() {
        return RELEASE_PREFIX + value;
    }

    @Override
    public int compareTo(TenantName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
