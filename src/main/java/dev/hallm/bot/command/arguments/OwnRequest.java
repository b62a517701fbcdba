package dev.hallm.bot.command.arguments;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.command.ArgumentType;
import dev.hallm.bot.command.Echo;
import dev.hallm.bot.command.Near;
import dev.hallm.bot.identity.Person;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** One of the asker's own requests, by the tenant that it is about; of several, the newest. */
@Component
class OwnRequest implements ArgumentType<Request> {
    private final Approvals approvals;

    OwnRequest(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public Class<Request> type() {
        return Request.class;
    }

    @Override
    public Reading<Request> read(String typed, Person asker) {
        String name = typed.toLowerCase(Locale.ROOT);
        return approvals.askedBy(asker.accounts()).stream()
                .filter(request -> tenant(request).equals(name))
                .findFirst()
                .<Reading<Request>>map(Reading.Value::new)
                .orElseGet(() -> new Reading.Wrong<>(unknown(typed, asker)));
    }

    private String unknown(String typed, Person asker) {
        List<String> near = Near.to(typed, waiting(asker));
        return near.isEmpty()
                ? text("argument.wrong.request", "got", Echo.of(typed))
                : text("argument.wrong.request.near", "got", Echo.of(typed), "near", near.getFirst());
    }

    @Override
    public List<Suggestion> suggest(String typed, Person asker) {
        String start = typed.toLowerCase(Locale.ROOT);
        return waiting(asker).stream()
                .filter(name -> name.startsWith(start))
                .map(name -> new Suggestion(name, ""))
                .toList();
    }

    @Override
    public String example(Person asker) {
        return waiting(asker).stream().findFirst().orElse("john-doe");
    }

    private List<String> waiting(Person asker) {
        return approvals.askedBy(asker.accounts()).stream()
                .filter(Request::isPending)
                .map(OwnRequest::tenant)
                .distinct()
                .toList();
    }

    private static String tenant(Request request) {
        return request.operation().tenant().value();
    }
}
