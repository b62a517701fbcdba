package dev.hallm.bot.platform.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/** A visitor's page, with what people do there. */
final class Visit {
    private static final int MOST_TABS = 10;
    private static final List<String> SERIOUS = List.of("serious", "critical");

    final Page page;
    private final String console;

    Visit(BrowserContext visitor, int port) {
        page = visitor.newPage();
        console = "http://localhost:" + port + "/console";
    }

    Visit to(String person, String channel) {
        page.navigate(console + "?as=" + person + "&channel=" + channel);
        return this;
    }

    /** Picks who to be from the list on the left. */
    void becomes(String name) {
        page.getByLabel("People and channels")
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(line()).hasAccessibleName("Command as " + name);
    }

    Locator line() {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(Pattern.compile("Command as")));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** Sends a line; the answer is the last message. */
    Locator says(String line) {
        Locator answer = answerTo(() -> sends(line));
        assertThat(said(line)).isVisible();
        return answer;
    }

    /** The answer to a line that is sent so, and not to the same line in an earlier test. */
    Locator answerTo(Runnable sending) {
        Locator said = page.locator(".message.said");
        int before = said.count();
        sending.run();
        assertThat(said).hasCount(before + 1);
        assertThat(page.locator(".message.working")).hasCount(0);
        return page.locator(".message.posted").last();
    }

    void sends(String line) {
        line().fill(line);
        line().press("Enter");
    }

    Locator said(String line) {
        return page.locator(".message.said")
                .filter(new Locator.FilterOptions().setHasText("/hallm " + line))
                .last();
    }

    /** The message that says this. */
    Locator message(String words) {
        return page.locator(".message.posted")
                .filter(new Locator.FilterOptions().setHasText(words))
                .last();
    }

    /** The same message from now on, whatever it says later. */
    Locator same(Locator message) {
        assertThat(message).isVisible();
        return page.locator("#" + message.getAttribute("id"));
    }

    static Locator button(Locator message, String name) {
        return message.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    void assertAccessible() {
        List<String> serious = new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(Visit::described)
                        .toList();
        assertThat(serious).isEmpty();
    }

    private static String described(Rule rule) {
        return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** Types into the line until this is the only completion. */
    void types(String text, String completion) {
        page.keyboard().type(text);
        Locator offers = page.getByRole(AriaRole.OPTION);
        assertThat(offers).hasCount(1);
        assertThat(offers).containsText(completion);
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** From the command line back through what comes before it. */
    void tabsBackTo(Locator target) {
        assertThat(target).isVisible();
        for (int i = 0; i < MOST_TABS && !isFocused(target); i++) {
            page.keyboard().press("Shift+Tab");
        }
        assertThat(target).isFocused();
    }

    private static boolean isFocused(Locator target) {
        return (Boolean) target.evaluate("element => element === document.activeElement");
    }

    void goesTo(String channel) {
        page.getByLabel("People and channels")
                .getByText(channel, new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("#" + channel)))
                .isVisible();
    }

    /** Nothing of the page is beyond the right edge, and what one needs is there. */
    void assertFits() {
        assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .isEqualTo(0);
        assertThat(line()).isInViewport();
        assertThat(button("Send")).isInViewport();
        assertThat(button("Commands")).isInViewport();
    }
}
