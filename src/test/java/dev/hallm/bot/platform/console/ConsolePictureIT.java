package dev.hallm.bot.platform.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.hallm.bot.effect.Stall;
import dev.hallm.bot.operation.ChecklistItem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Draws the README's picture anew: {@code ./mvnw verify -Dit.test=ConsolePictureIT -Dhallm.docs=write}. */
@EnabledIfSystemProperty(named = "hallm.docs", matches = "write")
class ConsolePictureIT extends ConsoleInBrowser {
    @Test
    void writesThePictureOfTheReadme() {
        ask("li-na", "small");
        approve("li-na");
        assertThat(visit("bo", "operations").message("li-na is ready for")).isVisible();
        ask("john-doe", "standard");
        Stall stall = stallIngressOf("john-doe");
        approve("john-doe");
        Visit visit = visit("bo", "operations");
        assertThat(visit.message("Onboarding john-doe"))
                .containsText(List.of(ChecklistItem.values()).indexOf(ChecklistItem.INGRESS) + " of "
                        + ChecklistItem.values().length);

        visit.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("docs", "console.png")));
        stall.release();
    }
}
