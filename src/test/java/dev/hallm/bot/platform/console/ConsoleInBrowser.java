package dev.hallm.bot.platform.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.hallm.bot.HallmBot;
import dev.hallm.bot.effect.Stall;
import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.kube.SampleCluster;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The embedded default, running, and a browser to visit it. */
@Chromium.Needed
@SpringBootTest(
        classes = HallmBot.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hallm.config=src/test/resources/try/bot.yaml",
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
        })
@ActiveProfiles("dev")
@DirtiesContext
abstract class ConsoleInBrowser {
    static final int PHONE = 360;
    private static final int PATIENCE_MILLIS = 30_000;

    @SuppressWarnings("NullAway.Init") // before the application starts
    private static InMemoryKube kube;

    private static Chromium chromium;

    private final List<BrowserContext> visitors = new ArrayList<>();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry registry) {
        kube = InMemoryKube.start();
        SampleCluster.fill(kube);
        registry.add("hallm.kubernetes.kubeconfig-contents", kube::kubeconfig);
        registry.add("hallm.kubernetes.service-address", kube.services()::address);
        registry.add("hallm.dns.server", kube.services().dns()::address);
    }

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterAll
    static void close() {
        chromium.close();
        kube.close();
    }

    @AfterEach
    void leave() {
        visitors.forEach(BrowserContext::close);
    }

    Visit visit(int width, ColorScheme colours) {
        BrowserContext visitor = chromium.visitor(width, 750, colours);
        visitors.add(visitor);
        return new Visit(visitor, port);
    }

    Visit visit(String person, String channel) {
        return visit(1200, ColorScheme.LIGHT).to(person, channel);
    }

    /** Ana asks for a tenant of Cy's. */
    void ask(String tenant, String size) {
        Locator answer = visit("ana", "private").says("user create " + tenant + " owner=@cy size=" + size);
        assertThat(answer).containsText("Your request for " + tenant + " waits for 1 approval");
    }

    /** Bo approves it. */
    void approve(String tenant) {
        Visit visit = visit("bo", "approvals");
        Locator card = visit.same(visit.message("Access request · " + tenant));
        Visit.button(card, "Approve request").click();
        assertThat(card).containsText("Approved by Bo Lind");
    }

    /** Holds a tenant's onboarding at its fourth item. */
    static Stall stallIngressOf(String tenant) {
        return kube.stallNext("POST", ".*/namespaces/ha-llm-user-" + tenant + "/ingresses.*");
    }
}
