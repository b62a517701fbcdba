package dev.hallm.bot.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hallm.bot.HallmBot;
import dev.hallm.bot.chat.fake.FakeChat;
import dev.hallm.bot.chat.fake.Post;
import dev.hallm.bot.cluster.ClusterHealth;
import dev.hallm.bot.command.Dispatcher;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.identity.Linked;
import dev.hallm.bot.identity.LinkedAccounts;
import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** People who are on two platforms, and the bot that knows it once they say so. */
@SpringBootTest(
        classes = HallmBot.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "hallm.config=src/test/resources/try/bot.yaml",
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
        })
@Import(TwoPlatforms.class)
@DirtiesContext
class TwoPlatformsTest {
    private static final InMemoryKube KUBE = InMemoryKube.start();
    private static final Pattern CODE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");

    @Autowired
    Talk lab;

    @Autowired
    FakeChat labChat;

    @Autowired
    TwoPlatforms.Annex annexPlatform;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    ClusterHealth health;

    @Autowired
    LinkedAccounts links;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Talk annex;

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry registry) {
        SampleCluster.fill(KUBE);
        registry.add("hallm.kubernetes.kubeconfig-contents", KUBE::kubeconfig);
        registry.add("hallm.kubernetes.service-address", KUBE.services()::address);
        registry.add("hallm.dns.server", KUBE.services().dns()::address);
    }

    @AfterAll
    static void endTheCluster() {
        KUBE.close();
    }

    @BeforeEach
    void meet() {
        annex = new Talk(dispatcher, annexPlatform.chat());
        Awaitility.await().until(health::synced);
    }

    @AfterEach
    void part() {
        for (String user : Lab.PEOPLE.keySet()) {
            Linked.remove(transaction, links, FakeChat.account(user));
        }
    }

    private ChatAccount there(String user) {
        return annexPlatform.chat().accountOf(user);
    }

    private void link(String here, String there) {
        Linked.make(transaction, links, FakeChat.account(here), there(there));
    }

    /** The code that somebody in the lab gets, which only they ever see. */
    private String codeOf(String user) {
        String place = "reply:" + lab.says(user, "link").handle();
        Post shown = await().until(
                        () -> labChat.whispers().stream()
                                .filter(post -> post.ref().channel().equals(place))
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
        assertThat(shown.text()).contains("/hallm link ");
        Matcher code = CODE.matcher(shown.text());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    /** The question that the one in the lab is asked, once the one in the annex entered the code. */
    private Post questionAbout(String name, String user) {
        return lab.in(
                "@" + user,
                post -> post.text().contains("Is this you?")
                        && post.text().contains(name)
                        && !post.buttons().isEmpty());
    }

    @Test
    void linkOnceBothSidesHaveSeenAndConfirmedEachOther() {
        String code = codeOf("bo");
        Post entered = annex.asks("bob", "link " + code);
        assertThat(entered.text()).contains("Is this you?", "Bo Lind");
        Post asked = questionAbout("Bob L.", "bo");

        annex.clicks("bob", entered, "Confirm link");
        annex.becomes(entered, "You confirmed. Bo Lind on Lab has yet to confirm");
        lab.clicks("bo", asked, "Confirm link");

        lab.becomes(asked, "you and Bob L. on Annex are one person now");
        annex.in("@bob", post -> post.text().contains("you and Bo Lind on Lab are one person now"));
        assertThat(lab.asks("bo", "whoami").text()).contains("Linked accounts", "Bob L. on Annex");
        assertThat(annex.asks("bob", "whoami").text())
                .contains("Bo Lind on Lab")
                .doesNotContain("user");
        assertThat(jdbc.sql("select content from outbox")
                        .query(String.class)
                        .list()
                        .toString())
                .doesNotContain(code);
    }

    @Test
    void areNotLinkedWhenOneSideRefusesAndBothAreTold() {
        String code = codeOf("dee");
        Post entered = annex.asks("fay", "link " + code);
        Post asked = questionAbout("Fay Field", "dee");

        lab.clicks("dee", asked, "Refuse link");

        lab.becomes(asked, "You refused: Fay Field on Annex was not linked");
        annex.in("@fay", post -> post.text().contains("Dee Moor on Lab refused the link"));
        assertThat(annex.answer(annex.clicks("fay", entered, "Confirm link")).text())
                .contains("Run \"link\" again");
        assertThat(annex.asks("fay", "link " + code).text()).contains("This code was used already");
    }

    @Test
    void askNobodyElseToConfirm() {
        String code = codeOf("cy");
        Post entered = annex.asks("cyril", "link " + code);
        Post asked = questionAbout("Cyril A.", "cy");

        assertThat(lab.answer(lab.clicks("bo", asked, "Confirm link")).text()).contains("for somebody else");
        assertThat(annex.answer(annex.clicks("fay", entered, "Confirm link")).text())
                .contains("for somebody else");
    }

    @Test
    void takeNoCodeThatIsNone() {
        assertThat(annex.asks("bob", "link remvoe").text()).contains("a code looks like K7WM-3QXD");
        assertThat(annex.asks("bob", "link 2222-2222").text()).contains("Nobody has this code");
        assertThat(lab.asks("cy", "link " + codeOf("bo")).text()).contains("This code was made on Lab too");
    }

    @Test
    void sayWhenTooManyCodesWereWrong() {
        for (int n = 0; n < 5; n++) {
            assertThat(annex.asks("anna", "link 2222-2222").text()).contains("Nobody has this code");
        }

        assertThat(annex.asks("anna", "link " + codeOf("ana")).text()).contains("Too many wrong codes");
    }

    @Test
    void doNotLinkWhoeverHasNoRole() {
        assertThat(lab.asks("eve", "link").text()).contains("You have no role here");
    }

    @Test
    void partWithLinkRemoveAndTellTheOther() {
        link("cy", "cyril");

        assertThat(annex.asks("cyril", "link remove").text()).contains("Not linked any more: Cy Adler on Lab");

        lab.in("@cy", post -> post.text().contains("Cyril A. on Annex is not linked to you any more"));
        assertThat(lab.asks("cy", "link remove").text()).contains("This account is not linked");
    }

    @Test
    void voteAcrossPlatformsOnlyOnceLinked() {
        lab.asks("ana", "user create across owner=@cy size=small");
        Post here = lab.in("#approvals", post -> post.text().contains("· across ·"));
        Post there = annex.in("#approvals", post -> post.text().contains("· across ·"));
        assertThat(annex.answer(annex.clicks("dora", there, "Approve request")).text())
                .contains("Your vote does not count yet", "Ana Petrov", "is on Lab", "Run \"link\" on Annex");

        link("dee", "dora");
        annex.clicks("dora", there, "Approve request");

        annex.becomes(there, "Approved by Dora M.");
        lab.becomes(here, "Approved by Dora M.");
        lab.in("@ana", post -> post.text().contains("across was approved by Dora M."));
    }

    @Test
    void haveNoVoteAboutTheirOwnRequestFromTheOtherPlatform() {
        link("ana", "anna");
        lab.asks("ana", "user create my-own owner=@cy size=small");
        Post there = annex.in("#approvals", post -> post.text().contains("· my-own ·"));

        assertThat(annex.answer(annex.clicks("anna", there, "Approve request")).text())
                .contains("somebody else has to decide");
        assertThat(annex.asks("anna", "approvals mine").text()).contains("my-own");
        assertThat(annex.asks("anna", "approvals mine").buttons())
                .extracting(Post.Labelled::label)
                .doesNotContain("Approve request");
    }

    @Test
    void ownTheirTenantsFromBothPlatforms() {
        lab.asks("ana", "user create shared-one owner=@cy size=small");
        lab.clicks("bo", lab.in("#approvals", post -> post.text().contains("· shared-one ·")), "Approve request");
        Post welcome = lab.in("@cy", post -> post.text().contains("Welcome! shared-one"));
        assertThat(annex.asks("cyril", "user show shared-one").text()).contains("is no tenant that you can see");

        link("cy", "cyril");

        assertThat(annex.asks("cyril", "user show").text()).contains("shared-one");
        assertThat(annex.asks("anna", "user list owner=@cyril").text()).contains("shared-one");
        assertThat(annex.asks("anna", "user show @cyril").text()).contains("shared-one");
        assertThat(annex.asks("cyril", "whoami").text()).contains("shared-one");
        String signIn = welcome.action("Show once");
        int before = annexPlatform.chat().whispers().size();
        annex.bring("cyril", new dev.hallm.bot.chat.port.Delivery.Click(signIn, null));
        await().until(() -> annexPlatform.chat().whispers().size() > before);
    }

    @Test
    void mayOwnAsManyTenantsAsOnePerson() {
        link("dee", "fay");
        for (int n = 1; n <= 10; n++) {
            assertThat(lab.asks("ana", "user create lab-" + n + " owner=@dee").text())
                    .contains("waits for 1");
            assertThat(annex.asks("anna", "user create annex-" + n + " owner=@fay")
                            .text())
                    .contains("waits for 1");
        }

        assertThat(annex.asks("anna", "user create annex-11 owner=@fay").text())
                .contains("20 tenants already, which is the limit");
        assertThat(lab.asks("ana", "user create lab-11 owner=@dee").text())
                .contains("20 tenants already, which is the limit");
    }
}
