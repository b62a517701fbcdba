package dev.hallm.bot.approval;

import dev.hallm.bot.approval.Request.Question;
import dev.hallm.bot.identity.ChatAccount;
import dev.hallm.bot.storage.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions about requests in the database. */
@Repository
class QuestionRows {
    private final JdbcClient jdbc;

    QuestionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String request, Question question) {
        jdbc.sql("insert into request_question (id, request, asked_by, question, asked_at) values (?, ?, ?, ?, ?)")
                .params(
                        question.id(),
                        request,
                        question.by().toString(),
                        question.text(),
                        Timestamps.param(question.at()))
                .update();
    }

    /** Gives the one answer that a question gets; false when it has one. */
    boolean answer(String question, String answer, Instant now) {
        return jdbc.sql("update request_question set answer = ?, answered_at = ? where id = ? and answer is null")
                        .params(answer, Timestamps.param(now), question)
                        .update()
                == 1;
    }

    Optional<String> requestOf(String question) {
        return jdbc.sql("select request from request_question where id = ?")
                .param(question)
                .query(String.class)
                .optional();
    }

    List<Question> of(String request) {
        return jdbc.sql("select * from request_question where request = ? order by asked_at, id")
                .param(request)
                .query((row, number) -> new Question(
                        row.getString("id"),
                        ChatAccount.parse(row.getString("asked_by")),
                        row.getString("question"),
                        Timestamps.read(row, "asked_at"),
                        row.getString("answer")))
                .list();
    }
}
