package noroshi.database;

import java.util.Set;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.util.function.SingletonSupplier;

/**
 * Lets the front doors that a page asks work in the page's transaction without asking for it again, dozens of times a
 * page: there is one, it is their reader's, and a refusal inside it is no reason to roll it back.
 */
class JoinThePage implements BeanPostProcessor, PriorityOrdered {
    private static final Set<Integer> JOIN = Set.of(
            TransactionDefinition.PROPAGATION_REQUIRED,
            TransactionDefinition.PROPAGATION_SUPPORTS,
            TransactionDefinition.PROPAGATION_MANDATORY);

    private final BeanFactory beans;

    JoinThePage(BeanFactory beans) {
        this.beans = beans;
    }

    /** Before anything is made that has transactions. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof TransactionInterceptor usual)) {
            return bean;
        }
        var attributes = usual.getTransactionAttributeSource();
        return attributes == null ? bean : new Joining(attributes, beans);
    }

    private static final class Joining extends TransactionInterceptor {
        private final TransactionAttributeSource attributes;
        private final SingletonSupplier<PlatformTransactionManager> manager;

        private Joining(TransactionAttributeSource attributes, BeanFactory beans) {
            this.attributes = attributes;
            this.manager = SingletonSupplier.of(() -> beans.getBean(PlatformTransactionManager.class));
            setTransactionAttributeSource(attributes);
            setBeanFactory(beans);
        }

        @Override
        public @Nullable Object invoke(MethodInvocation call) throws Throwable {
            return manager.obtain() instanceof ReaderTransactions readers && readers.makePageForWhoActs() && joins(call)
                    ? call.proceed()
                    : super.invoke(call);
        }

        /** Work that wants a transaction of its own, or none, gets it. */
        private boolean joins(MethodInvocation call) {
            var target = call.getThis();
            var attribute =
                    attributes.getTransactionAttribute(call.getMethod(), target == null ? null : target.getClass());
            return attribute == null || JOIN.contains(attribute.getPropagationBehavior());
        }
    }
}
