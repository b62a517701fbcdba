package dev.hallm.bot.platform.console;

import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.command.Dispatcher.Completion;
import dev.hallm.bot.command.Dispatcher.Entry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What the page reads: itself, completions, commands, forms and what happens. */
@Controller
@Profile("dev")
class ConsolePageController {
    private static final MediaType PAGE = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Visitors visitors;
    private final Dispatcher dispatcher;
    private final PageHtml page;
    private final ConsoleFeed feed;
    private final RootCommand root;

    ConsolePageController(Visitors visitors, Dispatcher dispatcher, PageHtml page, ConsoleFeed feed, RootCommand root) {
        this.visitors = visitors;
        this.dispatcher = dispatcher;
        this.page = page;
        this.feed = feed;
        this.root = root;
    }

    /** The page; who and where are in its address, and an unclear address leads to a clear one. */
    @GetMapping("/console")
    ResponseEntity<String> page(
            @RequestParam(name = "as", required = false) @Nullable String as,
            @RequestParam(name = "channel", defaultValue = Conversation.PRIVATE) String channel) {
        Optional<ConsolePerson> person = Optional.ofNullable(as).flatMap(visitors::find);
        Optional<Conversation> conversation = person.flatMap(known -> visitors.conversation(known, channel));
        if (person.isEmpty() || conversation.isEmpty()) {
            String home = SidebarHtml.address(person.orElseGet(visitors::first), Conversation.PRIVATE);
            return ResponseEntity.status(HttpStatus.FOUND)
                    .header(HttpHeaders.LOCATION, home)
                    .build();
        }
        return html(page.page(person.get(), conversation.get()));
    }

    @GetMapping("/console/complete")
    @ResponseBody
    List<Completion> complete(@RequestParam("as") String as, @RequestParam("text") String text) {
        return dispatcher.complete(visitors.get(as).account(), root.removedFrom(text));
    }

    @GetMapping("/console/commands")
    ResponseEntity<String> commands(@RequestParam("as") String as) {
        return html(DialogHtml.commands(dispatcher.commandsFor(visitors.get(as).account())));
    }

    @GetMapping("/console/form")
    ResponseEntity<String> form(@RequestParam("as") String as, @RequestParam("path") String path) {
        return dispatcher.commandsFor(visitors.get(as).account()).stream()
                .filter(entry -> entry.path().equals(path))
                .findFirst()
                .map(Entry::form)
                .map(form -> html(DialogHtml.form(form, null, null)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/console/events")
    SseEmitter events(
            @RequestParam("as") String as,
            @RequestParam("channel") String channel,
            @RequestParam(name = "after", defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
        ConsolePerson person = visitors.get(as);
        Conversation conversation =
                visitors.conversation(person, channel).orElseThrow(() -> new Visitors.NobodyHere(channel));
        return feed.open(person, conversation, last == null ? after : last);
    }

    private static ResponseEntity<String> html(String body) {
        return ResponseEntity.ok()
                .contentType(PAGE)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
