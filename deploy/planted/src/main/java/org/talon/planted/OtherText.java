package org.talon.planted;

import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/** Replaces a piece of a class's texts, wherever it stands in one: of its SQL. */
final class OtherText extends Change {
    private final String piece;
    private final String other;
    private int replaced;

    OtherText(Part part, String target, String piece, String other) {
        super(part, target);
        this.piece = piece;
        this.other = other;
    }

    @Override
    AsmVisitorWrapper to(TypeDescription type) {
        replaced = 0;
        return new AsmVisitorWrapper.ForDeclaredMethods().method(ElementMatchers.any(), this::visitor);
    }

    private MethodVisitor visitor(
            TypeDescription type,
            MethodDescription method,
            MethodVisitor before,
            Implementation.Context context,
            TypePool pool,
            int writerFlags,
            int readerFlags) {
        return new MethodVisitor(Opcodes.ASM9, before) {
            @Override
            public void visitLdcInsn(@Nullable Object constant) {
                super.visitLdcInsn(constant instanceof String text ? otherwise(text) : constant);
            }
        };
    }

    private String otherwise(String text) {
        if (!text.contains(piece)) {
            return text;
        }
        replaced++;
        return text.replace(piece, other);
    }

    @Override
    void requireDone() {
        if (replaced == 0) {
            throw new CannotPlant(target() + " has no text with '" + piece + "' in it");
        }
    }
}
