package noroshi.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import noroshi.shared.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Makes a page for its reader in one transaction: the reader is named once, everything on the page is of one piece, and
 * its bytes leave after what it recorded is stored.
 *
 * <p>A page asks a dozen front doors; a transaction for each cost three times as much as their questions.
 */
class OnePage extends RequestMappingHandlerAdapter {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** What answers with a page; with a page, or else a redirect, where it is an object. */
    private static final Set<Class<?>> PAGES = Set.of(Page.class, Object.class);

    private final SingletonSupplier<PlatformTransactionManager> transactions;

    OnePage(ObjectProvider<PlatformTransactionManager> transactions) {
        this.transactions = SingletonSupplier.ofNullable(transactions::getIfAvailable);
    }

    @Override
    protected @Nullable ModelAndView invokeHandlerMethod(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod handler) throws Exception {
        var manager = transactions.get();
        if (manager == null || !madeForReader(request, handler)) {
            return super.invokeHandlerMethod(request, response, handler);
        }
        var answer = LateAnswer.on(request);
        var definition = new DefaultTransactionDefinition();
        definition.setName(Acting.PAGE);
        var transaction = manager.getTransaction(definition);
        try {
            super.invokeHandlerMethod(request, response, handler);
        } catch (Exception | Error failed) {
            manager.rollback(transaction);
            throw failed;
        } finally {
            answer.detach(request);
        }
        manager.commit(transaction);
        answer.send(response);
        return null;
    }

    private static boolean madeForReader(HttpServletRequest request, HandlerMethod handler) {
        return READING.contains(request.getMethod())
                && PAGES.contains(handler.getReturnType().getParameterType())
                && Acting.current().isPresent();
    }
}
