package dev.hallm.bot.view;

import dev.hallm.bot.approval.Request;
import dev.hallm.bot.operation.Operation.Provision;
import dev.hallm.bot.operation.Operation.RotateCredentials;
import dev.hallm.bot.tenant.Sizes;
import dev.hallm.bot.tenant.StackSize;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The sizes that a request may be lowered to, as choices of a form. */
@Component
public class SmallerSizes {
    private final Sizes sizes;

    SmallerSizes(Sizes sizes) {
        this.sizes = sizes;
    }

    /** {@code small · 1–2 CPU · 4–8 GiB · 50 GiB disk · no GPU}; empty when nothing offered is smaller. */
    public List<String> choices(Request request) {
        return switch (request.operation()) {
            case Provision p ->
                sizes.smallerThan(p.size()).stream().map(SmallerSizes::choice).toList();
            case RotateCredentials _ -> List.of();
        };
    }

    /** The size of a choice, or of its name alone. */
    public Optional<StackSize> chosen(String choice) {
        return sizes.all().stream()
                .filter(size -> choice(size).equals(choice) || size.name().equals(choice))
                .findFirst();
    }

    private static String choice(StackSize size) {
        return size.name() + " · " + Amounts.size(size);
    }
}
