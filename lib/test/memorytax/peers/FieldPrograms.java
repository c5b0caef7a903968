package memorytax.peers;

import java.util.Map;

/// The loads of [Programs] that misbehave, in Kotlin, Erlang, Elixir and Ruby.
final class FieldPrograms {
    static final Map<String, String> TEXTS = Map.of("odd.kt", """
        import kotlinx.coroutines.*
        import scale.Gate
        import scale.serve

        fun main(args: Array<String>) = serve(args, mapOf("hangs" to ::hangs, "needs depth" to ::needsDepth,
            "talks" to ::talks, "asks" to ::asks, "silent" to ::silent, "breaks" to ::breaks))

        fun hangs(tasks: Int, gate: Gate) = Thread.sleep(3_600_000)

        fun talks(tasks: Int, gate: Gate) = talk(tasks, tasks, gate)

        fun talk(tasks: Int, told: Int, gate: Gate) = repeat(tasks) {
            gate.launch {
                print("LOADED tasks=0 ")
                gate.mark("arrives", "at", told)
                gate.here()
                gate.done.await()
            }
        }

        fun needsDepth(tasks: Int, gate: Gate) = talk(tasks * gate.number("depth"), tasks, gate)

        fun asks(tasks: Int, gate: Gate) {
            gate.weigh("empty")
            gate.weigh("again")
            talks(tasks, gate)
        }

        fun silent(tasks: Int, gate: Gate) = repeat(tasks) {
            gate.launch {
                gate.done.await() // here they wait
            }
        }

        fun breaks(tasks: Int, gate: Gate) = repeat(tasks) {
            gate.launch { throw ArithmeticException("no luck") }
        }
        """, "odd.erl", """
        -module(odd).
        -export([main/0]).

        main() ->
            scale:serve(#{"hangs" => fun(_) -> receive never -> ok end end, "needs depth" => fun needs_depth/1,
                "talks" => fun talks/1, "asks" => fun asks/1, "silent" => fun silent/1,
                "breaks" => fun(_) -> spawn(fun() -> error(no_luck) end) end}).

        talks(Tasks) -> talk(Tasks, Tasks).

        talk(Tasks, Told) -> [spawn(fun() -> arrives(Told) end) || _ <- lists:seq(1, Tasks)].

        arrives(Told) ->
            io:format("LOADED tasks=0 "),
            gate:mark("arrives", [{at, Told}]),
            gate:here(),
            gate:wait().

        needs_depth(Tasks) -> talk(Tasks * gate:number(depth), Tasks).

        asks(Tasks) ->
            gate:weigh("empty"),
            gate:weigh("again"),
            talks(Tasks).

        silent(Tasks) -> [spawn(fun forgets/0) || _ <- lists:seq(1, Tasks)].

        forgets() -> % here they wait
            receive done -> ok end.
        """, "odd.ex", """
        defmodule Odd do
          def main do
            :scale.serve(%{"hangs" => fn _ -> Process.sleep(:infinity) end, "needs depth" => &needs_depth/1,
              "talks" => &talks/1, "asks" => &asks/1, "silent" => &silent/1,
              "breaks" => fn _ -> spawn(fn -> raise "no luck" end) end})
          end

          def talks(tasks), do: talk(tasks, tasks)

          def talk(tasks, told), do: for(_ <- 1..tasks, do: Task.async(fn -> arrives(told) end))

          def arrives(told) do
            IO.write("LOADED tasks=0 ")
            :gate.mark('arrives', at: told)
            :gate.here()
            :gate.wait()
          end

          def needs_depth(tasks), do: talk(tasks * :gate.number(:depth), tasks)

          def asks(tasks) do
            :gate.weigh('empty')
            :gate.weigh('again')
            talks(tasks)
          end

          def silent(tasks), do: for(_ <- 1..tasks, do: Task.async(&forgets/0))

          def forgets do # here they wait
            receive do
              :done -> :ok
            end
          end
        end
        """, "odd.rb", """
        require_relative "scale"

        def talks(tasks, gate, told = tasks)
          Array.new(tasks) { Fiber.new { arrives(gate, told) }.tap(&:resume) }
        end

        def arrives(gate, told)
          print "LOADED tasks=0 "
          gate.mark("arrives", at: told)
          gate.here
          gate.wait
        end

        def needs_depth(tasks, gate, depth:)
          talks(tasks * depth, gate, tasks)
        end

        def asks(tasks, gate)
          gate.weigh("empty")
          gate.weigh("again")
          talks(tasks, gate)
        end

        def forgets(gate)
          Fiber.yield # here they wait
        end

        def silent(tasks, gate)
          Array.new(tasks) { Fiber.new { forgets(gate) }.tap(&:resume) }
        end

        serve("hangs" => ->(tasks, gate) { sleep }, "needs depth" => method(:needs_depth),
              "talks" => method(:talks), "asks" => method(:asks), "silent" => method(:silent),
              "breaks" => ->(tasks, gate) { Fiber.new { raise "no luck" }.resume })
        """);

    private FieldPrograms() {
    }
}
