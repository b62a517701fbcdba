package dev.hallm.bot.platform.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The transcript in the bot's database, so that it survives a restart. */
@Component
@Profile("dev")
class JdbcConsoleTranscript implements ConsoleTranscript {
    private final JdbcClient db;

    JdbcConsoleTranscript(JdbcClient db) {
        this.db = db;
    }

    @Override
    public long latestChange() {
        return db.sql("select coalesce(max(changed), 0) from console_message")
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<ConsoleMessage> find(String id) {
        return db.sql("select * from console_message where id = ?")
                .param(id)
                .query(JdbcConsoleTranscript::read)
                .optional();
    }

    @Override
    public Optional<ConsoleMessage> withNonce(String nonce) {
        return db.sql("select * from console_message where nonce = ?")
                .param(nonce)
                .query(JdbcConsoleTranscript::read)
                .optional();
    }

    @Override
    public List<ConsoleMessage> of(Conversation conversation) {
        return db.sql("select * from console_message where conversation = ? order by posted_at, created")
                .param(conversation.key())
                .query(JdbcConsoleTranscript::read)
                .list();
    }

    @Override
    public List<ConsoleMessage> changedAfter(long change) {
        return db.sql("select * from console_message where changed > ? order by changed")
                .param(change)
                .query(JdbcConsoleTranscript::read)
                .list();
    }

    @Override
    public ConsoleMessage save(ConsoleMessage message) {
        long change =
                db.sql("select nextval('console_change')").query(Long.class).single();
        Optional<ConsoleMessage> before = find(message.id());
        ConsoleMessage saved =
                message.numbered(before.map(ConsoleMessage::created).orElse(change), change);
        if (before.isPresent()) {
            update(saved);
        } else {
            insert(saved);
            prune(saved.conversation());
        }
        return saved;
    }

    private void insert(ConsoleMessage message) {
        bind("""
                insert into console_message
                  (id, conversation, author, state, content, actions, nonce, posted_at, edited_at, created, changed)
                values (:id, :conversation, :author, :state, :content, :actions, :nonce, :postedAt, :editedAt,
                  :created, :changed)
                """, message).update();
    }

    private void update(ConsoleMessage message) {
        bind("""
                update console_message set conversation = :conversation, author = :author, state = :state,
                  content = :content, actions = :actions, nonce = :nonce, posted_at = :postedAt,
                  edited_at = :editedAt, created = :created, changed = :changed
                where id = :id
                """, message).update();
    }

    private JdbcClient.StatementSpec bind(String sql, ConsoleMessage message) {
        return db.sql(sql)
                .param("id", message.id())
                .param("conversation", message.conversation().key())
                .param("author", message.author())
                .param("state", message.state().name())
                .param("content", MessageJson.write(message.content()))
                .param("actions", MessageJson.write(message.actions()))
                .param("nonce", message.nonce(), Types.VARCHAR)
                .param("postedAt", utc(message.postedAt()))
                .param("editedAt", utc(message.editedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("created", message.created())
                .param("changed", message.changed());
    }

    private void prune(Conversation conversation) {
        db.sql("""
                delete from console_message where conversation = :conversation and created <=
                  (select created from console_message where conversation = :conversation
                   order by created desc offset :kept rows fetch first 1 rows only)
                """)
                .param("conversation", conversation.key())
                .param("kept", KEPT)
                .update();
    }

    private static ConsoleMessage read(ResultSet row, int number) throws SQLException {
        return new ConsoleMessage(
                row.getString("id"),
                new Conversation(row.getString("conversation")),
                row.getString("author"),
                ConsoleMessage.State.valueOf(row.getString("state")),
                MessageJson.message(row.getString("content")),
                MessageJson.ids(row.getString("actions")),
                row.getString("nonce"),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("edited_at", OffsetDateTime.class)),
                row.getLong("created"),
                row.getLong("changed"));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
