package dev.hallm.bot.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ConsoleGuardTest {
    private static MockHttpServletRequest request(String method, String host) {
        var request = new MockHttpServletRequest(method, "/console/say");
        request.addHeader("Host", host);
        return request;
    }

    private static MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        new ConsoleGuard().doFilter(request, response, new MockFilterChain());
        return response;
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080"})
    void letsThisMachineIn(String host) throws Exception {
        assertThat(answer(request("GET", host)).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "192.168.0.7:8080", "localhost:8080@evil"})
    void refusesAnotherNameForThisMachine(String host) throws Exception {
        var response = answer(request("GET", host));

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString()).contains("http://localhost");
    }

    @Test
    void refusesARequestWithoutAHost() throws Exception {
        assertThat(answer(new MockHttpServletRequest("GET", "/console")).getStatus())
                .isEqualTo(403);
    }

    @Test
    void refusesAnotherMachine() throws Exception {
        var request = request("GET", "localhost:8080");
        request.setRemoteAddr("192.168.0.7");

        assertThat(answer(request).getStatus()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, http://localhost:9999",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void refusesWhatAForeignPageSends(String header, String value) throws Exception {
        var request = request("POST", "localhost:8080");
        request.addHeader(header, value);

        assertThat(answer(request).getStatus()).isEqualTo(403);
    }

    @Test
    void letsItsOwnPageAct() throws Exception {
        var request = request("POST", "localhost:8080");
        request.addHeader("Origin", "http://localhost:8080");
        request.addHeader("Sec-Fetch-Site", "same-origin");

        assertThat(answer(request).getStatus()).isEqualTo(200);
    }

    @Test
    void refusesABodyOfOneMegabyte() throws Exception {
        var request = request("POST", "localhost:8080");
        request.setContent(new byte[1_000_000]);

        var response = answer(request);

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(response.getContentAsString()).isEqualTo("<p>" + Limits.TOO_LONG + "</p>");
    }

    @Test
    void refusesABodyOfUnknownLength() throws Exception {
        var request = request("POST", "localhost:8080");
        request.addHeader("Transfer-Encoding", "chunked");

        assertThat(answer(request).getStatus()).isEqualTo(411);
    }

    @Test
    void isNotThereWithoutTheProfileDev() {
        assertThat(components(new StandardEnvironment())).isEmpty();
    }

    @Test
    void isThereWithTheProfileDev() {
        var environment = new StandardEnvironment();
        environment.setActiveProfiles("dev");

        assertThat(components(environment)).isNotEmpty();
    }

    private static Set<BeanDefinition> components(Environment environment) {
        return new ClassPathScanningCandidateComponentProvider(true, environment)
                .findCandidateComponents(ConsoleGuard.class.getPackageName());
    }

    @Test
    void forbidsForeignScriptsAndFramesInEveryAnswer() throws Exception {
        var response = answer(request("GET", "evil.example"));

        assertThat(response.getHeader("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void listensOnLoopback(String address) {
        ConsoleConfiguration.requireLoopback(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0", "::", "192.168.0.7", "no.such.host.invalid"})
    void doesNotStartOnAnAddressThatOthersReach(String address) {
        assertThatThrownBy(() -> ConsoleConfiguration.requireLoopback(address))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("127.0.0.1");
    }
}
