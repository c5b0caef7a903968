# Chapter 11 in Elixir: idle tasks.
#
# The scale starts this program, weighs it while it is empty, has
# it start one of the loads below, and weighs it again. Elixir runs on
# the runtime of Erlang: scale and gate are modules in Erlang.
defmodule Chapter11 do
  def main do
    :scale.serve(%{
      "elixir tasks" => &tasks/1,
      "elixir processes" => &processes/1
    })
  end

  # A Task of Elixir is a process that knows who has started it, so that
  # its result can be awaited, and a failure reaches both. Every task
  # says from inside that it runs, and then waits for a message that
  # comes only after the weighing.
  def tasks(tasks) do
    for _ <- 1..tasks, do: Task.async(fn -> wait() end)
  end

  # The same without a Task: a process like any other.
  def processes(tasks) do
    for _ <- 1..tasks, do: spawn(fn -> wait() end)
  end

  defp wait do
    :gate.here()
    :gate.wait()
  end

  # What to take to work: call something for each of many values.
  def take_to_work(values, call) do
    # wrong: as many processes at once as there are values
    all = for value <- values, do: Task.async(fn -> call.(value) end)
    first = Task.await_many(all)
    # right: no more processes at once than are useful
    {first, Enum.to_list(Task.async_stream(values, call))}
  end
end
