package dev.hallm.bot.platform.console;

import dev.hallm.bot.chat.message.Block;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files attached to messages: always a download, never shown as a page. */
@Controller
@Profile("dev")
class ConsoleFileController {
    private final ConsoleTranscript transcript;

    ConsoleFileController(ConsoleTranscript transcript) {
        this.transcript = transcript;
    }

    @GetMapping("/console/files/{message}/{number}")
    ResponseEntity<byte[]> file(@PathVariable("message") String message, @PathVariable("number") int number) {
        return transcript
                .find(message)
                .flatMap(found -> attachment(found, number))
                .map(ConsoleFileController::download)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static Optional<Block.Attachment> attachment(ConsoleMessage message, int number) {
        return message.content().blocks().stream()
                .filter(Block.Attachment.class::isInstance)
                .map(Block.Attachment.class::cast)
                .skip(Math.max(0, number))
                .findFirst();
    }

    private static ResponseEntity<byte[]> download(Block.Attachment file) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(file.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .body(file.content().getBytes(StandardCharsets.UTF_8));
    }
}
