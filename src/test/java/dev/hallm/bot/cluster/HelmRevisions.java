package dev.hallm.bot.cluster;

import io.fabric8.kubernetes.api.model.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Revisions of releases as killed calls leave them. */
final class HelmRevisions {
    private HelmRevisions() {}

    /** Changes a revision's state in its label and in its payload. */
    static void rewrite(Secret secret, String status) {
        String before = secret.getMetadata().getLabels().put("status", status);
        String payload = unpacked(Objects.requireNonNull(secret.getData().get("release")));
        String changed = payload.replace("\"status\":\"" + before + "\"", "\"status\":\"" + status + "\"");
        secret.getData().put("release", packed(changed));
    }

    private static String unpacked(String release) {
        byte[] zipped = Base64.getDecoder().decode(Base64.getDecoder().decode(release));
        try (var json = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String packed(String json) {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Base64.getEncoder().encodeToString(Base64.getEncoder().encode(zipped.toByteArray()));
    }
}
