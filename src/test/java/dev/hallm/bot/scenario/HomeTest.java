package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.fake.Post;
import dev.hallm.bot.chat.port.Delivery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page that a platform keeps for each person. */
class HomeTest extends InMemoryBot {
    @Autowired
    Talk talk;

    private Post home(String who) {
        talk.bring(who, new Delivery.Home());
        return talk.in("home:" + who, post -> true);
    }

    @Test
    void showsWhatWaitsForAnApproverAndChangesWhenItIsDecidedThere() {
        talk.asks("ana", "user create home-one owner=@cy");
        Post home = home("bo");
        assertThat(home.text()).contains("Waits for your decision", "home-one");

        talk.bring("bo", new Delivery.Click(newestApproval(home), home.ref()));

        Post decided = talk.becomes(home, "What you can do");
        talk.in(
                "#approvals",
                post -> post.text().contains("Access request for tenant home-one")
                        && post.text().contains("Approved by Bo Lind"));
        assertThat(decided.ref()).isEqualTo(home.ref());
        talk.in("home:bo", post -> !post.text().contains("home-one"));
    }

    @Test
    void showsTheirOwnRequestsWithoutButtons() {
        talk.asks("ana", "user create home-two owner=@cy");

        Post home = home("cy");

        assertThat(home.text()).contains("Your requests", "home-two", "What you can do", "user show");
        assertThat(home.text()).doesNotContain("user create");
        assertThat(home.buttons()).isEmpty();
    }

    @Test
    void tellsAGuestAndSomebodyWithoutARoleWhomToAsk() {
        assertThat(home("gus").text()).contains("Guests can't use this bot");
        assertThat(home("eve").text()).contains("You have no role here");
    }

    @Test
    void isOnePageHoweverOftenItIsOpened() {
        Post first = home("dee");

        talk.bring("dee", new Delivery.Home());
        talk.asks("dee", "whoami");

        assertThat(talk.in("home:dee", post -> true).ref()).isEqualTo(first.ref());
        assertThat(talk.count("home:dee")).isEqualTo(1);
    }

    /** What waits is listed with the oldest first, and other tests may have left something. */
    private static String newestApproval(Post home) {
        return home.buttons().stream()
                .filter(button -> button.label().equals("Approve request"))
                .map(Post.Labelled::action)
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}
