package dev.hallm.bot.command.arguments;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.command.ArgumentType;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.tenant.InvalidTenantName;
import dev.hallm.bot.tenant.LookAlike;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.tenant.Tenants;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The name of a tenant to be; whether it is free is the command's business. */
@Component
class NewTenantName implements ArgumentType<TenantName> {
    private final Tenants tenants;

    NewTenantName(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Class<TenantName> type() {
        return TenantName.class;
    }

    @Override
    public Reading<TenantName> read(String typed, Person asker) {
        try {
            return new Reading.Value<>(new TenantName(typed));
        } catch (InvalidTenantName invalid) {
            String problem = Objects.requireNonNull(invalid.getMessage());
            return new Reading.Wrong<>(LookAlike.proposal(typed)
                    .map(near -> text("argument.wrong.name.near", "problem", problem, "near", near))
                    .orElse(problem));
        }
    }

    @Override
    public List<Suggestion> suggest(String typed, Person asker) {
        return List.of();
    }

    @Override
    public String example(Person asker) {
        Stream<String> numbered = IntStream.iterate(2, n -> n + 1).mapToObj(n -> "john-doe-" + n);
        return Stream.concat(Stream.of("john-doe"), numbered)
                .filter(name -> tenants.find(new TenantName(name)).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
