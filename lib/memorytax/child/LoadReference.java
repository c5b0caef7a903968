package memorytax.child;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.util.Base64;
import java.util.Map;

/// A load on its way to another JVM: four words that name the static method behind a lambda, and what it captured.
/// The receiver looks up that one method and nothing else of the chapter's class, because the chapter's other
/// methods speak of types (charts, tables) that a measured process does not carry.
public final class LoadReference {
    /// How many arguments [#pack] makes.
    static final int ARGUMENTS = 4;
    /// A resource with the variables of JShell that a load reads: a map from `REPL.$JShell$3#depth` to its value.
    public static final String VARIABLES = "REPL/variables";

    private LoadReference() {
    }

    /// The arguments for [Child]. An error says why the load cannot travel.
    public static String[] pack(Load load) {
        var lambda = serialized(load);
        var captured = new Object[lambda.getCapturedArgCount()];
        for (int i = 0; i < captured.length; i++) captured[i] = lambda.getCapturedArg(i);
        if (lambda.getImplMethodKind() != MethodHandleInfo.REF_invokeStatic)
            throw new IllegalArgumentException(
                "a load may call only static methods, because it runs in another process");
        return new String[]{lambda.getImplClass().replace('/', '.'), lambda.getImplMethodName(),
            lambda.getImplMethodSignature(), encode(captured)};
    }

    /// The same for a static method that no lambda stands before, because its class is not known in this JVM.
    ///
    /// @param type       `mine`, or with its package
    /// @param descriptor `(I)Ljava/lang/Object;`
    public static String[] pack(String type, String method, String descriptor) {
        return new String[]{type, method, descriptor, encode(new Object[0])};
    }

    static Load unpack(String[] args) throws Exception {
        setVariables();
        var type = Class.forName(args[0]);
        var signature = MethodType.fromMethodDescriptorString(args[2], type.getClassLoader());
        MethodHandle method = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
            .findStatic(type, args[1], signature);
        var bound = MethodHandles.insertArguments(method, 0, decode(args[3]))
            .asType(MethodType.methodType(Object.class, int.class));
        return tasks -> {
            try {
                return (Object) bound.invokeExact(tasks);
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /// Their classes are new in this process, and nobody has run the line that gave them a value.
    private static void setVariables() throws IOException, ReflectiveOperationException {
        try (var in = ClassLoader.getSystemResourceAsStream(VARIABLES)) {
            if (in == null) return;
            for (var variable : ((Map<?, ?>) new ObjectInputStream(in).readObject()).entrySet()) {
                var name = variable.getKey().toString().split("#");
                var field = Class.forName(name[0]).getDeclaredField(name[1]);
                field.setAccessible(true);
                field.set(null, variable.getValue());
            }
        }
    }

    /// What the compiler keeps of a serializable lambda.
    public static SerializedLambda serialized(Load load) {
        try {
            var replace = load.getClass().getDeclaredMethod("writeReplace");
            replace.setAccessible(true);
            return (SerializedLambda) replace.invoke(load);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("a load must be a lambda, like n -> myLoad(n)");
        }
    }

    private static String encode(Object[] captured) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(captured);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                "a load may use only values that can be serialized, and this one cannot: " + e.getMessage());
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static Object[] decode(String text) throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return (Object[]) in.readObject();
        }
    }
}
