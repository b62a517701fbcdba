package dev.hallm.bot.platform.discord;

import dev.hallm.bot.chat.message.Block;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** One message as it is sent; files belong to the first of several. Notifies nobody whom the renderer did not name. */
record Draft(DataObject json, Collection<? extends AttachedFile> files) {
    private static final int EPHEMERAL = 1 << 6;
    private static final String MENTIONS = "allowed_mentions";

    /** The pages of a message, to be posted one after the other. */
    static List<Draft> posts(Rendered message) {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(post(withFiles(message)));
        message.pages().stream().skip(1).map(Draft::post).forEach(drafts::add);
        return drafts;
    }

    /** The first page in place of another message. */
    static Draft edit(Rendered message) {
        MessageEditData data = MessageEditData.fromCreateData(withFiles(message));
        return new Draft(quiet(data.toData()), data.getAllDistinctFiles());
    }

    private static Draft post(MessageCreateData page) {
        return new Draft(quiet(page.toData()), page.getAllDistinctFiles());
    }

    private static MessageCreateData withFiles(Rendered message) {
        List<FileUpload> files = message.files().stream().map(Draft::upload).toList();
        return files.isEmpty()
                ? message.first()
                : MessageCreateBuilder.from(message.first()).setFiles(files).build();
    }

    private static FileUpload upload(Block.Attachment file) {
        return FileUpload.fromData(file.content().getBytes(StandardCharsets.UTF_8), file.fileName());
    }

    private static DataObject quiet(DataObject json) {
        return json.isNull(MENTIONS) ? json.put(MENTIONS, DataObject.empty().put("parse", DataArray.empty())) : json;
    }

    /** As a reply; one to a message that is gone still comes. */
    Draft replyTo(String message) {
        return new Draft(
                json.put(
                        "message_reference",
                        DataObject.empty().put("message_id", message).put("fail_if_not_exists", false)),
                files);
    }

    /** For one person's eyes only. */
    Draft ephemeral() {
        return new Draft(json.put("flags", json.getInt("flags", 0) | EPHEMERAL), files);
    }

    /** With Discord's own guard against a repeated post; it holds for a few minutes. */
    Draft once(String nonce) {
        return new Draft(json.put("nonce", nonce).put("enforce_nonce", true), files);
    }
}
