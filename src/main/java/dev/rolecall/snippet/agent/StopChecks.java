package dev.rolecall.snippet.agent;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/// Weaves [StopSignal#check()] into the learner's classes, so that code which neither sleeps nor
/// waits can be stopped too. Java has had no `Thread.stop` since JDK 20; JShell's own
/// `LocalExecutionControl` goes the same way. Puts [Substitutes] in the place of a few calls, too.
final class StopChecks {
    private static final ClassDesc SIGNAL = StopSignal.class.describeConstable().orElseThrow();

    private static final ClassDesc OURS = Substitutes.class.describeConstable().orElseThrow();
    private static final ClassDesc FUTURE =
            CompletableFuture.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc EXIT =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc JOIN = MethodTypeDesc.of(ConstantDescs.CD_Object);

    private static final List<Call> SUBSTITUTES =
            List.of(
                    new Call("java/lang/System", "exit", EXIT, EXIT),
                    new Call(
                            "java/lang/Runtime",
                            "exit",
                            EXIT,
                            EXIT.insertParameterTypes(0, ClassDesc.of("java.lang.Runtime"))),
                    new Call(
                            "java/util/concurrent/CompletableFuture",
                            "join",
                            JOIN,
                            JOIN.insertParameterTypes(0, FUTURE)));

    private final ClassLoader learners;

    /// @param learners finds, as resources, the classes that were loaded before
    StopChecks(ClassLoader learners) {
        this.learners = learners;
    }

    ClassBytecodes[] weave(ClassBytecodes[] classes) {
        Map<String, byte[]> together = new HashMap<>();
        for (ClassBytecodes each : classes) {
            together.put(each.name().replace('.', '/') + ".class", each.bytecodes());
        }
        ClassFile tool = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(known(together)));
        ClassBytecodes[] woven = new ClassBytecodes[classes.length];
        for (int i = 0; i < classes.length; i++) {
            woven[i] = new ClassBytecodes(classes[i].name(), weave(tool, classes[i].bytecodes()));
        }
        return woven;
    }

    private static byte[] weave(ClassFile tool, byte[] bytes) {
        try {
            return tool.transformClass(
                    tool.parse(bytes),
                    ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Weaver::new)));
        } catch (IllegalArgumentException e) {
            // a method too long to hold one call more runs as it is; it can still be interrupted
            return bytes;
        }
    }

    /// Frames are computed anew, and for that the tool asks how the learner's classes are related.
    private ClassHierarchyResolver known(Map<String, byte[]> together) {
        return ClassHierarchyResolver.ofResourceParsing(
                        (ClassDesc wanted) -> {
                            String path = path(wanted);
                            byte[] bytes = together.get(path);
                            return bytes == null
                                    ? learners.getResourceAsStream(path)
                                    : new ByteArrayInputStream(bytes);
                        })
                .orElse(ClassHierarchyResolver.defaultResolver())
                .cached();
    }

    private static String path(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1) + ".class";
    }

    /// The call that takes this one's place, if there is one.
    private static Optional<Call> substitute(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        return SUBSTITUTES.stream()
                .filter(each -> each.owner().equals(owner) && each.name().equals(name))
                .filter(each -> each.original().equals(call.typeSymbol()))
                .findFirst();
    }

    private record Call(String owner, String name, MethodTypeDesc original, MethodTypeDesc ours) {}

    private static final class Weaver implements CodeTransform {
        private final Set<Label> passed = new HashSet<>();

        @Override
        public void atStart(CodeBuilder code) {
            check(code);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            switch (element) {
                case LabelTarget target -> passed.add(target.label());
                case BranchInstruction branch when passed.contains(branch.target()) -> check(code);
                case InvokeInstruction invoke when substitute(invoke).isPresent() -> {
                    Call ours = substitute(invoke).orElseThrow();
                    code.invokestatic(OURS, ours.name(), ours.ours());
                    return;
                }
                default -> {}
            }
            code.with(element);
        }

        private static void check(CodeBuilder code) {
            code.invokestatic(SIGNAL, "check", ConstantDescs.MTD_void);
        }
    }
}
