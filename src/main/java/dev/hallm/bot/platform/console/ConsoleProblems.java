package dev.hallm.bot.platform.console;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says what went wrong where the person typed; a surprise gets a reference that is in the log. */
@ControllerAdvice(assignableTypes = {ConsoleActionController.class, ConsolePageController.class})
@Profile("dev")
class ConsoleProblems {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleProblems.class);

    @ExceptionHandler(Visitors.NobodyHere.class)
    ResponseEntity<String> nobody(Visitors.NobodyHere problem) {
        return Interaction.problem(404, "Sorry, " + problem.getMessage() + ". Choose somebody on the left.");
    }

    @ExceptionHandler({MissingServletRequestParameterException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<String> malformed(Exception problem) {
        LOG.debug("malformed console request", problem);
        return Interaction.problem(400, "The page sent something incomplete. Load it again.");
    }

    /** The reader went away; nobody is left to tell. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("console reader went away", gone);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<String> surprise(Exception problem) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("console request failed, reference {}", reference, problem);
        return Interaction.problem(500, "Something went wrong here. Reference " + reference + ".");
    }
}
