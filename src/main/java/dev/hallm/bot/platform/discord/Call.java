package dev.hallm.bot.platform.discord;

import java.util.Collection;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.Request;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * One request by JDA's own queues and limits, with nothing looked up in its cache before: messages are edited for days
 * by their ids alone, in channels and direct messages that this process has never seen.
 */
final class Call extends RestActionImpl<DataObject> {
    private static final int NO_CONTENT = 204;

    private final @Nullable DataObject json;
    private final Set<AttachedFile> files;

    Call(JDA jda, Route.CompiledRoute route, @Nullable DataObject json, Collection<? extends AttachedFile> files) {
        super(jda, route);
        this.json = json;
        this.files = Set.copyOf(files);
    }

    @Override
    protected @Nullable RequestBody finalizeData() {
        return json == null ? null : getMultipartBody(files, json);
    }

    @Override
    protected void handleSuccess(Response response, Request<DataObject> request) {
        boolean empty = response.code == NO_CONTENT;
        request.onSuccess(empty ? DataObject.empty() : response.optObject().orElseGet(DataObject::empty));
    }
}
