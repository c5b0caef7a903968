package memorytax;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// For tests that are one conversation, each going on where the last one stopped: once one has failed, those that
/// follow would only fail because of it, and are skipped.
final class BrokenOff implements ExecutionCondition, AfterTestExecutionCallback {
    private String at;

    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (at == null && test.getExecutionException().isPresent()) at = test.getDisplayName();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        return at == null || test.getTestMethod().isEmpty() ? ConditionEvaluationResult.enabled("")
            : ConditionEvaluationResult.disabled("the conversation broke off at " + at);
    }
}
