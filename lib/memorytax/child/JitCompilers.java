package memorytax.child;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// The compilers of this JVM, after the one piece of work that is too large for them. A JVM writes classes while it
/// runs, for lambdas and method handles, and after some two hundred basic blocks C1 compiles the method that does that.
/// It needs 7 MB for it (as `-XX:CompileCommand=MemStat,*.*,print` says), and the process keeps them. Whether that
/// falls before the baseline or after it would be luck. So it is done before `READY`, and awaited.
public final class JitCompilers {
    /// For a JVM's command line: that method is not compiled in the background. Other JVMs have no such method, and do
    /// not mind.
    public static final List<String> FLAGS = List.of("-XX:CompileCommand=quiet",
        "-XX:CompileCommand=BackgroundCompilation,jdk.internal.classfile.impl.StackMapGenerator::processBlock,false");
    private static final int METHODS = 600;

    private JitCompilers() {
    }

    /// Writes a class with as many blocks as it takes, and throws it away.
    static int wake() {
        var type = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int);
        return ClassFile.of().build(ClassDesc.of("Woken"), written -> {
            for (int i = 0; i < METHODS; i++)
                written.withMethodBody("method" + i, type, ClassFile.ACC_STATIC, JitCompilers::branch);
        }).length;
    }

    private static void branch(CodeBuilder code) {
        code.iload(0).ifThenElse(Opcode.IFNE, yes -> yes.iconst_1().ireturn(), no -> no.iconst_2().ireturn());
    }
}
