package dev.hallm.bot.kube;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.node.ObjectNode;

/** What Helm stores in a release Secret: JSON, gzipped, in base64, and in base64 once more as every Secret. */
final class HelmPayload {
    private HelmPayload() {}

    static String withStatus(String payload, String status) {
        ObjectNode release = read(payload);
        Json.child(release, "info").put("status", status);
        return write(release);
    }

    static ObjectNode read(String payload) {
        byte[] zipped = Base64.getDecoder().decode(Base64Text.decode(payload));
        try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return Json.readObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String write(ObjectNode release) {
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(Json.MAPPER.writeValueAsBytes(release));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64Text.encode(Base64.getEncoder().encodeToString(zipped.toByteArray()));
    }
}
