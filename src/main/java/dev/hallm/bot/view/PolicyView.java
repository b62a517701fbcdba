package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.ApprovalSettings;
import dev.hallm.bot.approval.Requirement;
import dev.hallm.bot.approval.Requirements;
import dev.hallm.bot.approval.Requirements.Answer;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Block.Cell;
import dev.hallm.bot.chat.message.Block.Field;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.chat.message.Span;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.operation.Operation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The policy for administrators: its rules, and what it says about one change. */
@Component
public class PolicyView {
    private static final int MOST_NAMED = 5;

    private final ApprovalSettings settings;
    private final Requirements requirements;
    private final People people;

    PolicyView(ApprovalSettings settings, Requirements requirements, People people) {
        this.settings = settings;
        this.requirements = requirements;
        this.people = people;
    }

    /** The rules in the order in which they are tried. */
    public Message rules() {
        String title = text("policy.title", "count", settings.rules().size());
        List<List<Cell>> rows = Stream.concat(
                        settings.rules().stream()
                                .map(rule -> row(Span.code(rule.when().toString()), rule.needs())),
                        Stream.of(row(Span.plain(text("policy.otherwise")), settings.standard())))
                .toList();
        String all = settings.requirements().stream()
                .map(needs -> needs.rule() + ": " + words(needs))
                .collect(Collectors.joining("; "));
        return Message.of(
                Tone.NEUTRAL,
                title + ". " + all,
                Block.Text.heading(title),
                new Block.Table(
                        text("policy.caption"),
                        List.of(text("policy.rule"), text("policy.when"), text("policy.needs")),
                        rows),
                Block.Text.note(Span.plain(text("policy.next"))));
    }

    private static List<Cell> row(Span when, Requirement needs) {
        return List.of(Cell.of(Span.strong(needs.rule())), Cell.of(when), Cell.of(words(needs)));
    }

    private static String words(Requirement needs) {
        String reason = needs.reasonRequired() ? ", " + text("policy.reason") : "";
        if (needs.count() == 0) {
            return text("policy.at-once") + reason;
        }
        String votes = text(
                needs.count() == 1 ? "policy.votes.one" : "policy.votes",
                "count",
                needs.count(),
                "role",
                needs.from().word());
        String reminders = needs.remindAfter().isEmpty()
                ? ""
                : ", "
                        + text(
                                "policy.reminders",
                                "times",
                                needs.remindAfter().stream()
                                        .map(Durations::text)
                                        .collect(Collectors.joining(", ")));
        return votes + reason + ", " + text("policy.expires", "after", Durations.text(needs.expires())) + reminders;
    }

    /** What would become of a wish, why, and who would be asked. */
    public Message about(Operation operation, ChatAccount requester, String line) {
        Answer answer = requirements.of(operation, requester);
        String what = words(answer, operation);
        return Message.of(
                Tone.NEUTRAL,
                text("policy.test", "line", line) + " " + what,
                Block.Text.body(Span.strong(text("policy.test", "line", line)), Span.plain(" " + what)),
                Block.Fields.of(
                        Field.of(text("policy.rule"), Span.code(answer.needs().rule())),
                        Field.of(text("policy.needs"), words(answer.needs())),
                        Field.of(text("policy.voters"), voters(operation, requester, answer.needs()))));
    }

    private static String words(Answer answer, Operation operation) {
        return switch (answer) {
            case Answer.Nobody _ -> text("policy.test.at-once");
            case Answer.Silent _ -> OperationWords.needsReason(operation);
            case Answer.Approvers(Requirement needs) ->
                text("policy.test.asked", "role", needs.from().word());
            case Answer.Unreachable(Requirement needs, int able) ->
                text("policy.test.unreachable", "role", needs.from().word(), "able", able, "needed", needs.count());
        };
    }

    private String voters(Operation operation, ChatAccount requester, Requirement needs) {
        List<ChatAccount> known = requirements.voters(operation, requester, needs);
        if (needs.count() == 0) {
            return text("policy.nobody");
        }
        String names = known.stream().limit(MOST_NAMED).map(people::onPlatform).collect(Collectors.joining(", "));
        String rest = known.size() > MOST_NAMED ? text("policy.more", "count", known.size() - MOST_NAMED) : "";
        String groups = requirements.isOpenEnded(needs.from())
                ? text("policy.groups", "role", needs.from().word())
                : "";
        String all =
                Stream.of(names, rest, groups).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return all.isEmpty() ? text("policy.nobody") : all;
    }
}
