package noroshi.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Asks a question once while one page is made for one reader, however many front doors need the answer.
 *
 * <p>Only for what making a page does not change. Outside a page every question is asked anew.
 */
public final class OncePerPage {
    private OncePerPage() {}

    /** The answer to the question that the key stands for. */
    @SuppressWarnings("unchecked")
    public static <T> T ask(Object key, Supplier<T> question) {
        if (!holds()) {
            return question.get();
        }
        var known = known();
        if (known.containsKey(key)) {
            return (T) known.get(key);
        }
        var answer = question.get();
        known.put(key, answer);
        return answer;
    }

    /** Whether a page is being made. */
    static boolean holds() {
        return Acting.PAGE.equals(TransactionSynchronizationManager.getCurrentTransactionName());
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> known() {
        var bound = (Map<Object, Object>) TransactionSynchronizationManager.getResource(OncePerPage.class);
        return bound == null ? begin() : bound;
    }

    private static Map<Object, Object> begin() {
        var known = new HashMap<Object, Object>();
        TransactionSynchronizationManager.bindResource(OncePerPage.class, known);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(OncePerPage.class);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(OncePerPage.class, known);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(OncePerPage.class);
            }
        });
        return known;
    }
}
