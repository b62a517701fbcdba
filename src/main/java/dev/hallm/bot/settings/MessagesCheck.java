package dev.hallm.bot.settings;

import dev.hallm.bot.chat.port.Finding;
import dev.hallm.bot.chat.port.SelfCheck;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether the templates, as they are by now, would let the bot start again. */
@Component
class MessagesCheck implements SelfCheck {
    private final MessagesFolder folder;

    MessagesCheck(@Value("${hallm.config:}") String location) {
        folder = SettingsFile.at(location).messages();
    }

    @Override
    public String subject() {
        return "Texts";
    }

    @Override
    public List<Finding> findings() {
        return switch (folder.read()) {
            case MessagesFolder.Reading.Valid _ -> List.of(Finding.fine("HB-C03"));
            case MessagesFolder.Reading.Invalid(String report) ->
                List.of(Finding.of("HB-C03", "report", report.replaceAll("\\s*\\n\\s*", "; ")));
        };
    }
}
