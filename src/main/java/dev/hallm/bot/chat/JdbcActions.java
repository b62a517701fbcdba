package dev.hallm.bot.chat;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.port.StoredActions;
import dev.hallm.bot.storage.Ids;
import dev.hallm.bot.storage.Timestamps;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Actions in the database; equal requests share a row, so that editing a card does not make new ones. Each time one is
 * sent its time begins anew.
 */
@Repository
class JdbcActions implements StoredActions {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JdbcActions(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String idOf(ActionRequest action) {
        String content = json.writeValueAsString(action);
        String fingerprint = sha256(content);
        OffsetDateTime expires = Timestamps.param(clock.instant().plus(action.validFor()));
        int added = jdbc.sql("""
                        insert into action (id, fingerprint, verb, content, expires_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(action.verb() + "~" + Ids.unique(), fingerprint, action.verb(), content, expires)
                .update();
        if (added == 0) {
            jdbc.sql("update action set expires_at = ? where fingerprint = ?")
                    .params(expires, fingerprint)
                    .update();
        }
        return jdbc.sql("select id from action where fingerprint = ?")
                .param(fingerprint)
                .query(String.class)
                .single();
    }

    @Override
    public Optional<ActionRequest> find(String id) {
        return jdbc.sql("select content from action where id = ? and expires_at > ?")
                .params(id, Timestamps.param(clock.instant()))
                .query(String.class)
                .optional()
                .map(content -> json.readValue(content, ActionRequest.class));
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
