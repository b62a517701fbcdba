package dev.hallm.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.command.Dispatcher.Completion;
import dev.hallm.bot.scenario.InMemoryBot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CompleterTest extends InMemoryBot {
    @Autowired
    Dispatcher dispatcher;

    @Test
    void offersOnlyCommandsThatThePersonMayUse() {
        assertThat(labels("ana", "")).contains("user create", "user list", "capacity");
        assertThat(labels("cy", "")).contains("user show", "help").doesNotContain("user create", "capacity");
        assertThat(labels("gus", "")).isEmpty();
    }

    @Test
    void goesOnFromTheWordsTypedSoFar() {
        assertThat(labels("ana", "user cr")).containsExactly("user create");
    }

    @Test
    void offersTenantsThatThePersonMaySee() {
        assertThat(labels("ana", "user show mari")).containsExactly("maria");
        assertThat(labels("cy", "user show li")).isEmpty();
    }

    @Test
    void offersNamesOfArgumentsAndTheirValues() {
        assertThat(labels("ana", "user create john ")).contains("@bo", "owner=", "size=", "reason=");
        assertThat(labels("ana", "user create john size=s")).containsExactly("small", "standard", "shaky");
        assertThat(labels("ana", "user create john size=small ow")).containsExactly("owner=");
    }

    @Test
    void givesTheWholeLineForEachOffer() {
        assertThat(dispatcher.complete(FakeChat.account("ana"), "user create john size=st"))
                .extracting(Completion::text)
                .containsExactly("user create john size=standard ");
    }

    private List<String> labels(String who, String text) {
        return dispatcher.complete(FakeChat.account(who), text).stream()
                .map(Completion::label)
                .toList();
    }
}
