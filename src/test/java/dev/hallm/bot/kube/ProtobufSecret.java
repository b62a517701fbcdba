package dev.hallm.bot.kube;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Secret that Helm's Go client sends as protobuf. Source: {@code generated.proto} of {@code k8s.io/api/core/v1} and
 * {@code k8s.io/apimachinery}: four bytes of magic, then a {@code runtime.Unknown} around the object.
 */
final class ProtobufSecret {
    private static final int MAGIC = 4;

    private final Map<Integer, List<byte[]>> fields;

    private ProtobufSecret(Map<Integer, List<byte[]>> fields) {
        this.fields = fields;
    }

    /** @throws ApiProblem 415 for any other object than a Secret */
    static ObjectNode read(byte[] body) {
        var unknown = parse(ByteBuffer.wrap(body, MAGIC, body.length - MAGIC));
        String kind = unknown.message(1).text(2);
        if (!kind.equals("Secret")) {
            throw ApiProblem.unsupportedMediaType("protobuf of " + kind);
        }
        var secret = unknown.message(2);
        ObjectNode object = Json.object("apiVersion", "v1", "kind", "Secret");
        secret.message(1).writeMetadata(object.putObject("metadata"));
        ObjectNode data = object.putObject("data");
        secret.entries(2)
                .forEach((key, value) -> data.put(key, Base64.getEncoder().encodeToString(value)));
        return object.put("type", secret.text(3));
    }

    private void writeMetadata(ObjectNode metadata) {
        Map.of("name", 1, "namespace", 3, "uid", 5, "resourceVersion", 6).forEach((name, field) -> {
            if (!text(field).isEmpty()) {
                metadata.put(name, text(field));
            }
        });
        writeTexts(11, metadata.putObject("labels"));
        writeTexts(12, metadata.putObject("annotations"));
    }

    private void writeTexts(int field, ObjectNode texts) {
        entries(field).forEach((key, value) -> texts.put(key, new String(value, StandardCharsets.UTF_8)));
    }

    private ProtobufSecret message(int field) {
        return parse(ByteBuffer.wrap(first(field)));
    }

    private String text(int field) {
        return new String(first(field), StandardCharsets.UTF_8);
    }

    private Map<String, byte[]> entries(int field) {
        var entries = new HashMap<String, byte[]>();
        for (byte[] entry : fields.getOrDefault(field, List.of())) {
            var parsed = parse(ByteBuffer.wrap(entry));
            entries.put(parsed.text(1), parsed.first(2));
        }
        return entries;
    }

    private byte[] first(int field) {
        return fields.getOrDefault(field, List.of(new byte[0])).getFirst();
    }

    private static ProtobufSecret parse(ByteBuffer in) {
        var fields = new HashMap<Integer, List<byte[]>>();
        while (in.hasRemaining()) {
            long tag = varint(in);
            byte[] value = value(in, (int) (tag & 7));
            fields.computeIfAbsent((int) (tag >> 3), _ -> new ArrayList<>()).add(value);
        }
        return new ProtobufSecret(fields);
    }

    /** Only strings, bytes and messages are kept; numbers are skipped. */
    private static byte[] value(ByteBuffer in, int wireType) {
        if (wireType == 0) {
            varint(in);
            return new byte[0];
        }
        int length = switch (wireType) {
            case 1 -> 8;
            case 2 -> (int) varint(in);
            case 5 -> 4;
            default -> throw ApiProblem.unsupportedMediaType("protobuf wire type " + wireType);
        };
        byte[] value = new byte[length];
        in.get(value);
        return value;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
