package dev.hallm.bot.platform.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How a file is uploaded. */
class FileMethodsTest {
    @AutoClose
    private final ApiBench bench = new ApiBench();

    private final FakeSlack slack = bench.slack();
    private final ApiClient client = bench.client();
    private final Workspace workspace = bench.workspace();

    @Test
    void takesAFileInThreeSteps() throws IOException {
        JsonNode begun = bench.call("files.getUploadURLExternal", "filename", "list.csv", "length", "3");
        client.post(Json.text(begun, "upload_url"), "", "a,b");

        JsonNode done = bench.call(
                "files.completeUploadExternal",
                "files",
                "[{\"id\":\"" + Json.text(begun, "file_id") + "\",\"title\":\"List\"}]",
                "channel_id",
                "COPS");

        assertThat(done.path("ok").asBoolean()).isTrue();
        assertThat(workspace.files("operations"))
                .singleElement()
                .satisfies(file -> assertThat(file.text()).isEqualTo("a,b"));
        assertThat(slack.problems()).isEmpty();
    }
}
