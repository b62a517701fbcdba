package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.chat.message.Message.Tone;
import dev.hallm.bot.platform.console.ConsoleMessage.State;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessageHtmlTest {
    private final MessageHtml html = new MessageHtml(Sample.PEOPLE);

    private static ConsoleMessage fresh(String author, State state, String text) {
        return ConsoleMessage.fresh(
                "m1", Conversation.privateOf("ana"), author, state, Message.text(Tone.PROGRESS, text), Sample.NOW);
    }

    @Test
    void showsWhatAPersonTyped() {
        Golden.assertIs("message-said", html.article(fresh("ana", State.SAID, "/hallm user list")));
    }

    @Test
    void showsThatAnAnswerIsOnItsWay() {
        Golden.assertIs("message-working", html.article(fresh(ConsoleMessage.BOT, State.WORKING, "working…")));
    }

    @Test
    void showsACardThatWasEdited() {
        Message later = Message.of(Tone.GOOD, "john-doe is ready", Block.Text.heading("Onboarding john-doe · 5 of 5"));
        ConsoleMessage edited = Sample.posted(Sample.message())
                .edited(later, List.of(), Sample.NOW.plusSeconds(12))
                .numbered(7, 12);

        Golden.assertIs("message-edited", html.article(edited));
    }

    @Test
    void tellsEveryToneByAWord() {
        String all = Arrays.stream(Tone.values())
                .map(tone -> html.article(Sample.posted(Message.text(tone, tone.name()))))
                .collect(Collectors.joining());

        Golden.assertIs("message-tones", all);
    }
}
