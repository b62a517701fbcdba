package dev.hallm.bot.platform.console;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.hallm.bot.storage.Database;
import dev.hallm.bot.storage.Databases;
import dev.hallm.bot.storage.Db;
import dev.hallm.bot.storage.MutableClock;
import java.nio.charset.StandardCharsets;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The whole console over HTTP in front of a fake core. */
final class ConsoleUnderTest implements AutoCloseable {
    final Database database = Databases.fresh(Db.H2);
    final MutableClock clock = new MutableClock();
    final FakeDispatcher core = new FakeDispatcher();
    final ConsoleTranscript transcript = new JdbcConsoleTranscript(database.jdbc());
    final MessageHtml messages = new MessageHtml(Sample.PEOPLE);
    final ConsoleFeed feed = new ConsoleFeed(transcript, messages);
    final ConversationLog log = new ConversationLog(transcript, feed, clock);
    final ConsolePlatform platform = new ConsolePlatform(Sample.PEOPLE, log);
    private final MockMvc http = http();

    private MockMvc http() {
        var visitors = new Visitors(Sample.PEOPLE);
        var page = new PageHtml(Sample.PEOPLE, transcript, feed, messages, core, Sample.ROOT);
        var interaction = new Interaction(core, log, clock);
        return MockMvcBuilders.standaloneSetup(
                        new ConsolePageController(visitors, core, page, feed, Sample.ROOT),
                        new ConsoleActionController(visitors, interaction, Sample.ROOT),
                        new ConsoleFileController(transcript))
                .setControllerAdvice(new ConsoleProblems())
                .addFilters(new ConsoleGuard())
                .build();
    }

    /** What the console answers to a page on this machine. */
    MockHttpServletResponse answer(MockHttpServletRequestBuilder request) {
        try {
            return http.perform(request.header("Host", "localhost:8080"))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** An open page's events so far, growing. */
    MockHttpServletResponse opens(String person, String channel) {
        MockHttpServletResponse events =
                answer(get("/console/events").param("as", person).param("channel", channel));
        await().until(() -> text(events).contains("event:hello"));
        return events;
    }

    static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        feed.closeAll();
        database.close();
    }
}
