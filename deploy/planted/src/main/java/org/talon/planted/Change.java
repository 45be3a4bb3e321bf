package org.talon.planted;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;

/** What is done to one class of a server: never nothing, a class that has not what is to be changed is refused. */
abstract sealed class Change permits AdvisedMethod, OtherText {
    private final Part part;
    private final String target;

    Change(Part part, String target) {
        this.part = part;
        this.target = target;
    }

    final Part part() {
        return part;
    }

    /** The class's name, as {@code Class.getName} has it. */
    final String target() {
        return target;
    }

    /** @throws CannotPlant where the class has not what is to be changed */
    abstract AsmVisitorWrapper to(TypeDescription type);

    /** Called when all of the class has been seen. */
    abstract void requireDone();

    /**
     * The class as it is after the change.
     *
     * @param surroundings where the classes are found that it names
     */
    final byte[] of(byte[] former, ClassFileLocator surroundings) {
        ClassFileLocator all = new ClassFileLocator.Compound(ClassFileLocator.Simple.of(target, former), surroundings);
        TypeDescription type = TypePool.Default.of(all).describe(target).resolve();
        byte[] changed = new ByteBuddy()
                .with(TypeValidation.DISABLED)
                .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
                .ignore(ElementMatchers.none())
                .redefine(type, all)
                .visit(to(type))
                .make()
                .getBytes();
        requireDone();
        return changed;
    }
}
