package dev.hallm.bot.kube;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that needs the disposable cluster that {@code HALLM_TEST_KUBECONFIG} names; skipped without one. */
@java.lang.annotation.Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealCluster.Condition.class)
public @interface RealCluster {
    /** Never {@code KUBECONFIG}: nobody's own cluster is touched by a test. */
    String KUBECONFIG = "HALLM_TEST_KUBECONFIG";

    /** Looks for the variable. */
    class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return System.getenv(KUBECONFIG) == null
                    ? ConditionEvaluationResult.disabled("no real cluster: set HALLM_TEST_KUBECONFIG (see README)")
                    : ConditionEvaluationResult.enabled("the cluster of " + KUBECONFIG);
        }
    }
}
