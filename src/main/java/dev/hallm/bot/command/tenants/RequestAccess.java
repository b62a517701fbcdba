package dev.hallm.bot.command.tenants;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.command.Command;
import dev.hallm.bot.command.CommandSpec;
import dev.hallm.bot.command.Outcome;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.operation.MailAddress;
import dev.hallm.bot.operation.Operation.Provision;
import dev.hallm.bot.tenant.Sizes;
import dev.hallm.bot.tenant.StackSize;
import dev.hallm.bot.tenant.TenantName;
import dev.hallm.bot.view.FreeCapacity;
import dev.hallm.bot.view.NoRoom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code request access}: anybody known asks for a tenant of their own. */
@Component
class RequestAccess implements Command<RequestAccess.Arguments> {
    private final Sizes sizes;
    private final NewTenants rules;
    private final FreeCapacity capacity;
    private final NoRoom noRoom;

    RequestAccess(Sizes sizes, NewTenants rules, FreeCapacity capacity, NoRoom noRoom) {
        this.sizes = sizes;
        this.rules = rules;
        this.capacity = capacity;
        this.noRoom = noRoom;
    }

    record Arguments(
            TenantName name,
            String reason,
            @Nullable StackSize size,
            @Nullable MailAddress mail) {}

    @Override
    public CommandSpec<Arguments> spec() {
        return CommandSpec.of("request access", Arguments.class);
    }

    @Override
    public boolean wishes() {
        return true;
    }

    @Override
    public Outcome handle(Arguments arguments, Person asker) {
        StackSize size = Optional.ofNullable(arguments.size())
                .orElseGet(() -> sizes.all().iterator().next());
        var wish = new Provision(
                arguments.name(), asker.account(), asker.account(), size, arguments.reason(), arguments.mail());
        return rules.objection(wish)
                .orElseGet(() -> capacity.fits(size) ? new Outcome.Submit(wish) : refuseForLackOfRoom(wish));
    }

    /** Operators hear of it too: they can make room, or make the tenant themselves. */
    private Outcome refuseForLackOfRoom(Provision wish) {
        List<String> fitting =
                sizes.all().stream().filter(capacity::fits).map(StackSize::name).toList();
        String what = fitting.isEmpty()
                ? text("refuse.no-room.at-all", "size", wish.size().name(), "free", capacity.now())
                : text(
                        "refuse.no-room",
                        "size",
                        wish.size().name(),
                        "free",
                        capacity.now(),
                        "fitting",
                        String.join(", ", fitting));
        return new Outcome.Decide(() -> {
            noRoom.tellOperators(wish);
            return new Outcome.Misfit("size", what);
        });
    }
}
