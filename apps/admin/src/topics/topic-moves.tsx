'use client';

import type { Topic } from '@viewpoints/domain/topics/topic';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import type { TopicOrder } from './use-topic-order.ts';

/** Moves a topic up or down. */
export function TopicMoves(props: { topic: Topic; order: TopicOrder }) {
  const { topic, order } = props;
  return (
    <>
      <Button
        variant="quiet"
        icon={ArrowUp}
        label={`Move ${topic.name} up`}
        disabled={topic === order.topics.at(0) || order.moving}
        onClick={() => order.move(topic, -1)}
      />
      <Button
        variant="quiet"
        icon={ArrowDown}
        label={`Move ${topic.name} down`}
        disabled={topic === order.topics.at(-1) || order.moving}
        onClick={() => order.move(topic, 1)}
      />
    </>
  );
}
