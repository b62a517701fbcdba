package dev.hallm.bot.command.approvals;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.command.HomeSection;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.view.PendingRequests;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What waits for the person's decision, with the buttons for it, and the person's own requests. */
@Component
@Order(10)
class WaitingSection implements HomeSection {
    private final Pending pending;
    private final PendingRequests view;

    WaitingSection(Pending pending, PendingRequests view) {
        this.pending = pending;
        this.view = view;
    }

    @Override
    public List<Block> of(Person reader) {
        List<Request> decidable = pending.decidableBy(reader);
        List<Request> own = pending.ownOf(reader);
        var blocks = new ArrayList<Block>();
        if (!decidable.isEmpty()) {
            blocks.add(Block.Text.heading(text("home.approvals", "count", decidable.size())));
            blocks.addAll(view.lines(decidable, reader));
        }
        if (!own.isEmpty()) {
            blocks.add(Block.Text.heading(text("home.requests", "count", own.size())));
            blocks.addAll(view.lines(own, reader));
        }
        return blocks;
    }
}
