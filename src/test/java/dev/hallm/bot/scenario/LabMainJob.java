package dev.hallm.bot.scenario;

import dev.hallm.bot.HallmBot;
import dev.hallm.bot.chat.fake.FakeChat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The main job on the fake platform, which has no wire and costs no time. */
@SpringBootTest(
        classes = HallmBot.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "hallm.config=src/test/resources/try/scenario.yaml",
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
        })
@Import(Lab.class)
abstract class LabMainJob extends ChatMainJob {
    @Autowired
    Talk talk;

    @Autowired
    FakeChat chat;

    @Override
    public ChatStage stage() {
        return new LabStage(talk, chat);
    }
}
