package noroshi.database;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Service;

/**
 * Stands outside the transaction of every front door: the actor it is called with is the actor the database sees.
 *
 * <p>Where one is bound already and differs, the call is a fault, not a refusal.
 */
class ActorGuard extends StaticMethodMatcherPointcutAdvisor {
    ActorGuard() {
        super((MethodInterceptor) ActorGuard::guard);
        setOrder(HIGHEST_PRECEDENCE);
        setClassFilter(type -> AnnotatedElementUtils.hasAnnotation(type, Service.class));
    }

    @Override
    public boolean matches(Method method, Class<?> target) {
        return Modifier.isPublic(method.getModifiers())
                && Arrays.asList(method.getParameterTypes()).contains(Actor.class);
    }

    private static @Nullable Object guard(MethodInvocation call) throws Throwable {
        var named = named(call);
        var bound = Acting.current();
        if (bound.isPresent()) {
            if (!bound.get().equals(named)) {
                throw new IllegalStateException("called for another actor than the bound one: " + call.getMethod());
            }
            return call.proceed();
        }
        return Acting.as(named, () -> proceed(call));
    }

    private static Actor named(MethodInvocation call) {
        for (var argument : call.getArguments()) {
            if (argument instanceof Actor actor) {
                return actor;
            }
        }
        throw new IllegalStateException("called without an actor: " + call.getMethod());
    }

    private static @Nullable Object proceed(MethodInvocation call) throws Exception {
        try {
            return call.proceed();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
