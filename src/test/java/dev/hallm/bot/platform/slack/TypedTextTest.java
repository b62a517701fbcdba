package dev.hallm.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slack's markup becomes what was typed. */
class TypedTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            user create ana owner=<@U1|ana> → user create ana owner=<@U1>
            <@U1> → <@U1>
            in <#C1|general> → in #general
            in <#C1> → in #C1
            <!subteam^S1|@admins> → @admins
            <!here> → @here
            <http://example.com|example.com> → example.com
            <https://example.com/a?b=1&amp;c=2> → https://example.com/a?b=1&c=2
            <mailto:ana@example.com|ana@example.com> → ana@example.com
            a &lt; b &amp;&amp; b &gt; c → a < b && b > c
            &lt;@U1&gt; → <@U1>
            &amp;lt; → &lt;
            """)
    void becomesWhatWasTyped(String sent, String typed) {
        assertThat(TypedText.of(sent)).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            hallm user list → user list
            /hallm  user list → user list
            hallm → ''
            hallmark user → hallmark user
            user hallm → user hallm
            """)
    void losesTheRepeatedCommand(String sent, String words) {
        assertThat(TypedText.words(sent, "hallm")).isEqualTo(words);
    }

    @Test
    void followsTheFirstMention() {
        assertThat(TypedText.afterMention("hey <@UBOT|hallm> user show <@U1>", "UBOT"))
                .isEqualTo(" user show <@U1>");
        assertThat(TypedText.afterMention("user show <@U1>", "UBOT")).isEqualTo("user show <@U1>");
        assertThat(TypedText.afterFirstMention("<@UBOT> user show <@U1>")).isEqualTo(" user show <@U1>");
    }
}
