package dev.hallm.bot.platform.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.hallm.bot.effect.Stall;
import dev.hallm.bot.operation.ChecklistItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** What a newcomer does in the console; each test has a tenant of its own. */
class ConsoleIT extends ConsoleInBrowser {
    /** Items that are done when the ingresses open. */
    private static final int BEFORE_INGRESS = List.of(ChecklistItem.values()).indexOf(ChecklistItem.INGRESS);

    @Test
    void takesAFormAndAClickOfSomebodyElse() {
        Visit visit = visit("ana", "private");
        visit.button("Commands").click();
        visit.dialog().getByText("user create").click();
        visit.dialog().getByLabel("Name").fill("by-form");
        visit.dialog().getByLabel("Owner").fill("@cy");
        visit.dialog().getByLabel("Size").selectOption("standard");
        visit.dialog().getByLabel("Reason").fill("Pilot for building 7");
        Visit.button(visit.dialog(), "Send").click();
        assertThat(visit.message("Your request for by-form waits for 1 approval"))
                .isVisible();
        assertThat(visit.dialog()).hasCount(0);

        visit.goesTo("approvals");
        visit.becomes("Bo Lind");
        Locator request = visit.same(visit.message("Access request · by-form"));
        assertThat(request).containsText("Pilot for building 7");
        Visit.button(request, "Approve request").click();

        assertThat(request).containsText("Approved by Bo Lind");
        assertThat(request.getByRole(AriaRole.BUTTON)).hasCount(1);
        Visit.button(request, "Show details").click();
        assertThat(visit("bo", "private").message("✔ approves")).containsText("Pilot for building 7");
    }

    @Test
    void ticksTheChecklistInPlace() {
        ask("ticking", "standard");
        Visit visit = visit("bo", "operations");
        Stall stall = stallIngressOf("ticking");

        approve("ticking");

        Locator card = visit.same(visit.message("Onboarding ticking"));
        assertThat(card).containsText(BEFORE_INGRESS + " of " + ChecklistItem.values().length);
        assertThat(card.locator(".done")).hasCount(BEFORE_INGRESS);
        assertThat(card.locator(".running")).containsText("Ingress and DNS");
        stall.release();
        assertThat(card).containsText("ticking is ready, after");
        assertThat(visit.message("ticking is ready for Cy Adler")).isVisible();
    }

    @Test
    void showsTheSignInOnceToTheOwner() {
        ask("welcomed", "small");
        approve("welcomed");
        Visit visit = visit("cy", "private");
        Locator welcome = visit.message("Welcome! welcomed is ready");
        assertThat(welcome).containsText("https://ha.welcomed.example.com");

        Visit.button(welcome, "Show the credentials of welcomed once").click();

        Locator secret = visit.same(visit.message("Credentials of welcomed"));
        String password = secret.locator("dd").last().textContent();
        assertThat(password).hasSizeGreaterThan(15);
        Map<String, Object> kubeconfig =
                new Yaml().load(secret.locator("pre").last().textContent());
        assertThat(kubeconfig).containsEntry("current-context", "welcomed").containsKeys("clusters", "users");
        visit.page.reload();
        assertThat(secret).containsText("shown to you once");
        assertThat(visit.page.content()).doesNotContain(password);
    }

    @Test
    void listsAndShowsTenants() {
        Visit visit = visit("ana", "private");

        Locator list = visit.says("user list");

        assertThat(list.getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName(Pattern.compile("maria"))))
                .containsText("Cy Adler");
        Visit.button(list, "Download all listed tenants").click();
        assertThat(visit.page.locator("a.file")).hasAttribute("href", Pattern.compile("/console/files/.+"));
        assertThat(visit.says("user show maria")
                        .getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName(Pattern.compile("% used")))
                        .first())
                .isVisible();
    }

    @Test
    void saysWhyAnItemFailed() {
        ask("no-image", "broken");

        approve("no-image");

        Locator card = visit("bo", "operations").message("Onboarding no-image");
        assertThat(card.locator(".failed")).containsText("never-pulls");
        assertThat(Visit.button(card, "Retry step")).isVisible();
    }

    @Test
    void bringsAFailedItemThrough() {
        ask("second-try", "shaky");
        approve("second-try");
        Visit visit = visit("ana", "operations");
        Locator card = visit.same(visit.message("Onboarding second-try"));

        Visit.button(card, "Retry step").click();

        assertThat(card).containsText("second-try is ready");
    }

    @Test
    void completesAndAnswersByKeyboardAlone() {
        Visit visit = visit("ana", "private");
        assertThat(visit.line()).isFocused();
        visit.types("user sh", "user show");
        visit.press("Tab");
        assertThat(visit.line()).hasValue("user show ");
        visit.types("mar", "maria");
        visit.press("ArrowDown", "Enter");
        assertThat(visit.line()).hasValue("user show maria ");

        Locator answer = visit.same(visit.answerTo(() -> visit.press("Escape", "Enter")));

        assertThat(answer).containsText("maria · active");
        Locator refresh = Visit.button(answer, "Refresh");
        visit.tabsBackTo(refresh);
        visit.press("Enter");
        assertThat(answer.locator(".edited")).isVisible();
        assertThat(refresh).isFocused();
    }

    @Test
    void sendsALineTypedWhileAnotherIsOnItsWay() {
        Visit visit = visit("ana", "private");
        List<Route> held = new ArrayList<>();
        visit.page.route("**/console/say", held::add);
        visit.sends("help whoami");
        visit.page.waitForCondition(() -> !held.isEmpty());

        visit.sends("help capacity");

        visit.page.unroute("**/console/say");
        held.getFirst().resume();
        assertThat(visit.said("help whoami")).isVisible();
        assertThat(visit.said("help capacity")).isVisible();
        assertThat(visit.line()).hasValue("");
    }

    @Test
    void repeatsAnUnansweredLineAsTheSameAndAnEditedOneAsAnother() {
        Visit visit = visit("ana", "private");
        List<String> sent = new ArrayList<>();
        visit.page.route("**/console/say", route -> {
            sent.add(route.request().postData());
            route.abort();
        });
        visit.sends("whoami");
        assertThat(visit.page.locator("#problem")).containsText("did not answer");
        visit.press("Enter");
        visit.page.waitForCondition(() -> sent.size() == 2);

        visit.sends("help");
        visit.page.waitForCondition(() -> sent.size() == 3);

        assertThat(sent.get(1)).isEqualTo(sent.getFirst());
        assertThat(key(sent.get(2))).isNotEqualTo(key(sent.getFirst()));
    }

    private static String key(String form) {
        return form.replaceAll(".*(key=[^&]+).*", "$1");
    }

    @Test
    void opensAndLeavesADialogByKeyboardAlone() {
        Visit visit = visit("ana", "private");
        assertThat(visit.line()).isFocused();

        visit.press("Tab", "Enter");

        assertThat(visit.page.getByLabel("Find a command")).isFocused();
        visit.page.keyboard().type("user create");
        visit.press("Tab", "Enter");
        assertThat(visit.dialog().getByLabel("Name")).isFocused();
        visit.press("Escape");
        assertThat(visit.dialog()).hasCount(0);
        assertThat(visit.button("Commands")).isFocused();
    }

    @Test
    void fitsAPhone() {
        Visit visit = visit(PHONE, ColorScheme.LIGHT).to("ana", "private");
        for (String line : new String[] {"user list", "user show maria", "help", "capacity", "user create Bad_Name"}) {
            visit.says(line);
            visit.assertFits();
        }
        visit.assertAccessible();
        visit.button("People and channels").click();
        visit.goesTo("approvals");
        visit.assertFits();
        assertThat(visit.page.getByLabel("People and channels").getByText("Bo Lind"))
                .not()
                .isInViewport();
    }

    @Test
    void followsTheSystemsColours() {
        Visit visit = visit(1200, ColorScheme.DARK).to("ana", "announcements");
        assertThat(visit.page.locator("html")).hasAttribute("data-theme", "dark");

        visit.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));

        assertThat(visit.page.locator("html")).hasAttribute("data-theme", "light");
    }

    @Test
    void keepsTheColoursThatTheVisitorChose() {
        Visit visit = visit("ana", "announcements");
        visit.button("Theme: as the system").click();
        visit.button("Theme: light").click();

        visit.page.reload();

        assertThat(visit.button("Theme: dark")).isVisible();
        assertThat(visit.page.locator("html")).hasAttribute("data-theme", "dark");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void isAccessible(ColorScheme colours) {
        Visit visit = visit(1200, colours).to("ana", "announcements");
        visit.assertAccessible();
        visit.to("ana", "private");
        visit.says("user list");
        visit.says("user show maria");
        visit.says("user create Bad_Name size=smal");
        visit.assertAccessible();
        Visit.button(visit.message("That does not fit"), "Correct and send again")
                .click();
        assertThat(visit.dialog().getByText("cannot name a tenant")).isVisible();
        visit.assertAccessible();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ana   | frobnicate                             | There is no command "frobnicate"
                    ana   | user craete john                       | user create
                    ana   | user create john size=huge             | choose one of small, standard, broken, shaky
                    ana   | user create john <b>bold</b> size=smal | "<b>bold</b>"
                    guest | user list                              | Guests can't use this bot. Ask in #ha-help""")
    void answersNonsense(String person, String line, String expected) {
        assertThat(visit(person, "private").says(line)).containsText(expected);
    }

    @Test
    void tellsTheWrongPersonWhyAClickDidNothing() {
        ask("not-hers", "small");
        Visit visit = visit("ana", "approvals");
        Locator request = visit.message("Access request · not-hers");

        Visit.button(request, "Approve request").click();

        assertThat(visit.page.locator("#toasts")).containsText("needs the role approver");
        assertThat(Visit.button(request, "Approve request")).isEnabled();
    }

    @Test
    void showsMarkupInAReasonAsText() {
        String reason = "<img src=x> <b>bold</b> @everyone";
        visit("ana", "private").says("user create markup owner=@cy reason=\"" + reason + "\"");

        Locator request = visit("bo", "approvals").message("Access request · markup");

        assertThat(request.locator("blockquote")).hasText(reason);
        assertThat(request.locator("img, b")).hasCount(0);
    }
}
