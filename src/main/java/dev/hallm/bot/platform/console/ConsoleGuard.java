package dev.hallm.bot.platform.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only this machine in, by a name of this machine and from pages of our own: against other hosts, DNS rebinding
 * and forged requests. Every answer says what a page may load.
 */
final class ConsoleGuard extends OncePerRequestFilter {
    private static final Pattern LOCAL_HOST = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; " + "form-action 'self'; frame-ancestors 'none'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        protect(response);
        Optional<String> refusal = refusal(request);
        if (refusal.isPresent()) {
            answer(response, HttpServletResponse.SC_FORBIDDEN, refusal.get());
        } else if (request.getContentLengthLong() > Limits.BODY_BYTES) {
            answer(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, Limits.TOO_LONG);
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            answer(response, HttpServletResponse.SC_LENGTH_REQUIRED, "Say how long it is. Nothing was done.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void protect(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static Optional<String> refusal(HttpServletRequest request) throws IOException {
        if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            return Optional.of("The console answers only the machine it runs on.");
        }
        String host = request.getHeader(HttpHeaders.HOST);
        if (host == null || !LOCAL_HOST.matcher(host).matches()) {
            return Optional.of("Open the console as http://localhost, not by another name.");
        }
        return READING.contains(request.getMethod()) || fromOwnPage(request, host)
                ? Optional.empty()
                : Optional.of("Only the console's own page may do this.");
    }

    private static boolean fromOwnPage(HttpServletRequest request, String host) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String site = request.getHeader("Sec-Fetch-Site");
        return (origin == null || origin.equals("http://" + host) || origin.equals("https://" + host))
                && (site == null || OWN_SITES.contains(site));
    }

    private static void answer(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(new Html().element("p", text).toString());
    }
}
