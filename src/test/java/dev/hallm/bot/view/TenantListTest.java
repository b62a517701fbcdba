package dev.hallm.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.operation.Samples;
import dev.hallm.bot.tenant.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantListTest {
    @AutoClose
    private final ViewBench bench = new ViewBench();

    private final TenantList list = bench.get(TenantList.class);

    private Message page(int tenants, int page) {
        return list.page(SampleTenants.many(tenants), page, Map.of(), Samples.ANA);
    }

    private static int rows(Message message) {
        return ViewBench.blocks(message, Block.Table.class).getFirst().rows().size();
    }

    private static Button button(Message message, String label) {
        return ViewBench.blocks(message, Block.Buttons.class).getFirst().buttons().stream()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysInTheFallbackWhoIsOnWhichPage() {
        assertThat(page(11, 2).fallbackText()).isEqualTo("Tenants · 11: t11 active · Page 2 of 2");
    }

    @Test
    void showsEachTenantsOwnerSizeAndUse() {
        Message message = list.page(List.of(SampleTenants.well("ada")), 1, Map.of(), Samples.ANA);

        assertThat(ViewBench.blocks(message, Block.Table.class)
                        .getFirst()
                        .rows()
                        .getFirst()
                        .toString())
                .contains("ada", "active", "Ola", "standard", "1.5 of 4", "3 GiB of 8 GiB", "1 of 1");
    }

    @Test
    void showsDashesForATenantMadeByHand() {
        Message message = list.page(List.of(SampleTenants.byHand("ada")), 1, Map.of(), Samples.ANA);

        assertThat(ViewBench.blocks(message, Block.Table.class)
                        .getFirst()
                        .rows()
                        .getFirst())
                .filteredOn(Block.Cell.of("–")::equals)
                .hasSize(6);
    }

    @ParameterizedTest(name = "{0} tenants, page {1}: {2} rows")
    @CsvSource({"1, 1, 1", "10, 1, 10", "11, 1, 10", "11, 2, 1", "20, 2, 10", "21, 3, 1"})
    void showsTenOnAPage(int tenants, int page, int rows) {
        assertThat(rows(page(tenants, page))).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0})
    void takesAPageBeforeTheFirstForTheFirst(int page) {
        assertThat(page(11, page).fallbackText()).endsWith("Page 1 of 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, Integer.MAX_VALUE})
    void takesAPageAfterTheLastForTheLast(int page) {
        assertThat(page(11, page).fallbackText()).endsWith("Page 2 of 2");
    }

    @Test
    void turnsPagesOnlyWhereThereAreMore() {
        assertThat(ViewBench.buttons(page(10, 1))).containsExactly("Download CSV");
        assertThat(ViewBench.buttons(page(30, 1))).containsExactly("Next page", "Download CSV");
        assertThat(ViewBench.buttons(page(30, 2))).containsExactly("Previous page", "Next page", "Download CSV");
        assertThat(ViewBench.buttons(page(30, 3))).containsExactly("Previous page", "Download CSV");
    }

    @Test
    void keepsTheFilterWhenItTurnsThePage() {
        Message message = list.page(SampleTenants.many(11), 1, Map.of("phase", "active"), Samples.ANA);

        assertThat(button(message, "Next page").action().arguments())
                .containsExactly(Map.entry("page", "2"), Map.entry("phase", "active"));
        assertThat(message.fallbackText()).startsWith("Tenants · 11 · phase active");
    }

    @Test
    void turnsPagesForItsReaderOnly() {
        assertThat(button(page(11, 1), "Next page").action().clickers()).isEqualTo(Clickers.only(Samples.ANA));
    }

    @Test
    void saysHowToMakeTheFirst() {
        Message message = page(0, 1);

        assertThat(message.fallbackText()).isEqualTo("Tenants · 0");
        assertThat(message.blocks().toString()).contains("user create");
        assertThat(ViewBench.buttons(message)).isEmpty();
    }

    private String csv(Tenant... tenants) {
        return ViewBench.blocks(list.csv(List.of(tenants)), Block.Attachment.class)
                .getFirst()
                .content();
    }

    @Test
    void givesAllTenantsAsAFile() {
        assertThat(csv(SampleTenants.well("ada"), SampleTenants.byHand("bea")).lines())
                .containsExactly(
                        "name,phase,owner,size,cpu_used,cpu_hard,memory_used,memory_hard,gpu_used,gpu_hard,"
                                + "created,last_activity",
                        "ada,active,console:local/ola,standard,1500m,4,3Gi,8Gi,1,1,"
                                + "2026-03-01T09:00:00Z,2026-03-01T09:01:00Z",
                        "bea,unmanaged,,,0,0,0,0,0,0,2026-03-01T09:00:00Z,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "\n=1"})
    void givesASpreadsheetNoFormulas(String size) {
        assertThat(csv(SampleTenants.ofSize("ada", size))).contains("'" + size);
    }

    @Test
    void quotesWhatWouldBreakTheFile() {
        assertThat(csv(SampleTenants.ofSize("ada", "a,\"b"))).contains(",\"a,\"\"b\",");
    }
}
