package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.message.Message;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Messages and the ids of their buttons as the transcript stores them. */
final class MessageJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<String>> IDS = new TypeReference<>() {};

    private MessageJson() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static Message message(String json) {
        return JSON.readValue(json, Message.class);
    }

    static List<String> ids(String json) {
        return JSON.readValue(json, IDS);
    }
}
