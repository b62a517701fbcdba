package dev.hallm.bot.command.arguments;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.command.ArgumentType;
import dev.hallm.bot.command.Echo;
import dev.hallm.bot.command.Near;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.onboarding.Onboardings;
import dev.hallm.bot.tenant.InvalidTenantName;
import dev.hallm.bot.tenant.TenantName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The last onboarding of a tenant, by the tenant's name; there may be no such tenant yet, or no longer. */
@Component
class OnboardingArgument implements ArgumentType<Onboarding> {
    private static final int MOST = 25;

    private final Onboardings onboardings;

    OnboardingArgument(Onboardings onboardings) {
        this.onboardings = onboardings;
    }

    @Override
    public Class<Onboarding> type() {
        return Onboarding.class;
    }

    @Override
    public Reading<Onboarding> read(String typed, Person asker) {
        return find(typed.toLowerCase(Locale.ROOT))
                .<Reading<Onboarding>>map(Reading.Value::new)
                .orElseGet(() -> new Reading.Wrong<>(unknown(typed)));
    }

    private Optional<Onboarding> find(String name) {
        try {
            return onboardings.latestOf(new TenantName(name));
        } catch (InvalidTenantName _) {
            return Optional.empty();
        }
    }

    private String unknown(String typed) {
        List<String> near = Near.to(typed, names(""));
        return near.isEmpty()
                ? text("argument.wrong.onboarding", "got", Echo.of(typed))
                : text("argument.wrong.onboarding.near", "got", Echo.of(typed), "near", String.join(", ", near));
    }

    private List<String> names(String start) {
        return onboardings.unfinished(start, MOST).stream()
                .map(onboarding -> onboarding.tenant().value())
                .distinct()
                .toList();
    }

    @Override
    public List<Suggestion> suggest(String typed, Person asker) {
        return names(typed.toLowerCase(Locale.ROOT)).stream()
                .map(name -> new Suggestion(name, ""))
                .toList();
    }

    @Override
    public String example(Person asker) {
        return names("").stream().findFirst().orElse("john-doe");
    }
}
