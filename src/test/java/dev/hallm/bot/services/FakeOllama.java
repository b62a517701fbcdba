package dev.hallm.bot.services;

import java.util.List;
import java.util.Map;

/** An Ollama without models. */
public final class FakeOllama {
    private volatile boolean broken;

    /** From now on it answers 500. */
    public void breaks() {
        broken = true;
    }

    public void heals() {
        broken = false;
    }

    Reply answer(Call call) {
        if (broken) {
            return Reply.text(500, "out of order");
        }
        return switch (call.method() + " " + call.path()) {
            case "GET /" -> Reply.text(200, "Ollama is running");
            case "GET /api/version" -> Reply.json(Map.of("version", "0.12.6"));
            case "GET /api/tags" -> Reply.json(Map.of("models", List.of()));
            default -> Reply.text(404, "404 page not found");
        };
    }
}
