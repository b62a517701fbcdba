package dev.hallm.bot.platform.slack;

import com.slack.api.bolt.response.Response;
import dev.hallm.bot.command.Acknowledgements;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /slack/events}: refuses what is too long, then what is not signed by Slack, before anything reads it.
 * Nothing of a body is ever logged or sent back.
 */
final class EventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/slack/events";

    private static final int LONGEST_BODY = 1024 * 1024;
    private static final int TOO_LARGE = 413;

    private final transient SlackState state;
    private final transient Inbound inbound;
    private final transient Acknowledgements acknowledgements;
    private final transient @Nullable RequestSignature signature;

    EventsServlet(
            SlackAccess access, SlackState state, Inbound inbound, Acknowledgements acknowledgements, Clock clock) {
        this.state = state;
        this.inbound = inbound;
        this.acknowledgements = acknowledgements;
        this.signature = access.canVerify() ? new RequestSignature(access.signingSecret(), clock) : null;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!state.isConfigured()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<byte[]> body = body(request);
        if (body.isEmpty()) {
            response.setStatus(TOO_LARGE);
        } else {
            answer(request, body.get(), response);
        }
    }

    private static Optional<byte[]> body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LONGEST_BODY) {
            return Optional.empty();
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        return body.length > LONGEST_BODY ? Optional.empty() : Optional.of(body);
    }

    private void answer(HttpServletRequest request, byte[] body, HttpServletResponse response) throws IOException {
        if (signature == null) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else if (!isSigned(signature, request, body)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            answerSigned(new String(body, StandardCharsets.UTF_8), response);
        }
    }

    private static boolean isSigned(RequestSignature signature, HttpServletRequest request, byte[] body) {
        return signature.proves(
                request.getHeader("X-Slack-Request-Timestamp"), request.getHeader("X-Slack-Signature"), body);
    }

    /** Slack checks the address before it gives out a token, so that is answered without one. */
    private void answerSigned(String body, HttpServletResponse response) throws IOException {
        if (isSslCheck(body)) {
            response.setStatus(HttpServletResponse.SC_OK);
        } else if (!state.hasBotToken() && !body.contains("url_verification")) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            acknowledge(body, response);
        }
    }

    private void acknowledge(String body, HttpServletResponse response) throws IOException {
        long arrived = System.nanoTime();
        write(inbound.http(body), response);
        response.flushBuffer();
        acknowledgements.answered(SlackSettings.PLATFORM, Duration.ofNanos(System.nanoTime() - arrived));
    }

    private static boolean isSslCheck(String body) {
        return body.startsWith("ssl_check=1") || (!body.startsWith("{") && body.contains("&ssl_check=1"));
    }

    private static void write(Response answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode());
        if (answer.getBody() != null) {
            byte[] body = answer.getBody().getBytes(StandardCharsets.UTF_8);
            response.setContentType(answer.getContentType());
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
