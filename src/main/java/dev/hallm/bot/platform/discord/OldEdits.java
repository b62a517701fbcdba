package dev.hallm.bot.platform.discord;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Discord refuses the edit of a message that is an hour old, when it was edited often, with 429 and the code 30046. JDA
 * takes every 429 for a limit to wait for and would repeat it; as a 400 it is the refusal that it is.
 */
final class OldEdits implements Interceptor {
    static final int CODE = 30_046;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TOO_MANY = 429;
    private static final int BAD_REQUEST = 400;
    private static final long LONGEST_BODY = 8_192;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        boolean edit = chain.request().method().equals("PATCH");
        return edit && response.code() == TOO_MANY && codeOf(response) == CODE
                ? response.newBuilder().code(BAD_REQUEST).build()
                : response;
    }

    private static int codeOf(Response response) throws IOException {
        boolean zipped = "gzip".equalsIgnoreCase(response.header("Content-Encoding"));
        try (ResponseBody body = response.peekBody(LONGEST_BODY);
                InputStream content = zipped ? new GZIPInputStream(body.byteStream()) : body.byteStream()) {
            return JSON.readTree(content).path("code").asInt(0);
        } catch (JacksonException | IOException _) {
            return 0;
        }
    }
}
