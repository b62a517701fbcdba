package dev.hallm.bot.command.general;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.ItemState;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.command.HomeSection;
import dev.hallm.bot.doctor.Setup;
import dev.hallm.bot.doctor.Setup.Item;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.identity.Role;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is left until the bot is set up; it ticks itself, and is gone when all is done. */
@Component
@Order(5)
class SetupSection implements HomeSection {
    private final Setup setup;
    private final SetupWatch watch;

    SetupSection(Setup setup, SetupWatch watch) {
        this.setup = setup;
        this.watch = watch;
    }

    @Override
    public List<Block> of(Person reader) {
        if (!reader.has(Role.ADMIN)) {
            return List.of();
        }
        boolean complete = setup.state().filter(Setup.State::isComplete).isPresent();
        if (complete) {
            watch.forget(reader.account());
            return List.of();
        }
        watch.shownTo(reader.account());
        return setup.state().map(SetupSection::blocks).orElse(List.of());
    }

    private static List<Block> blocks(Setup.State state) {
        List<Block.Item> items =
                Arrays.stream(Item.values()).map(item -> item(item, state)).toList();
        return List.of(
                Block.Text.heading(text("home.setup")),
                new Block.Checklist(items),
                Block.Text.note(Span.plain(text("setup.more"))));
    }

    private static Block.Item item(Item item, Setup.State state) {
        if (state.isDone(item)) {
            return new Block.Item(label(item), ItemState.DONE, "");
        }
        String why = item == Item.TENANT ? text("setup.tenant.open") : state.why(item);
        return new Block.Item(label(item), ItemState.OPEN, why);
    }

    private static String label(Item item) {
        return switch (item) {
            case DATABASE -> text("setup.database");
            case CLUSTER -> text("setup.cluster");
            case CHART -> text("setup.chart");
            case CHANNELS -> text("setup.channels");
            case ROLES -> text("setup.roles");
            case TENANT -> text("setup.tenant");
        };
    }
}
